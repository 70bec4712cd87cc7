import type { Target } from '../metrics';

export type Rounding = 'nearest' | 'down' | 'up';

const roundings: Record<Rounding, (value: number) => number> = {
  nearest: Math.round,
  down: Math.floor,
  up: Math.ceil,
};

/**
 * Moves the decimal point. Multiplication is not exact: `0.29 * 100` is
 * 28.999999999999996.
 */
export function shiftDecimalPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

export function round(
  value: number,
  decimals: number,
  rounding: Rounding,
): number {
  const whole = roundings[rounding](shiftDecimalPoint(value, decimals));
  return shiftDecimalPoint(whole, -decimals);
}

export function meetsTarget(value: number, target: Target): boolean {
  return target.operator === '>='
    ? value >= target.value
    : value < target.value;
}

export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/**
 * Rounds for display, but never across the target: 29.96 with a target of at
 * least 30 becomes 29.9, because 30.0 would suggest that it was met.
 *
 * @param decimals - increased if the target has more
 */
export function roundBesideTarget(
  value: number,
  target: Target,
  decimals: number,
  rounding: Rounding,
): number {
  const places = Math.max(decimals, decimalsOf(target.value));
  const rounded = round(value, places, rounding);
  if (meetsTarget(rounded, target) === meetsTarget(value, target)) {
    return rounded;
  }
  return round(value, places, rounded > value ? 'down' : 'up');
}
