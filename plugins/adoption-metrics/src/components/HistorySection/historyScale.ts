import type {
  Series,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';

/** Percent on screen for shares, seconds as they are. */
export function shownValue(value: number, unit: Unit): number {
  return unit === 'share' ? value * 100 : value;
}

/**
 * Round numbers for the value axis that cover every known value and the
 * target. Begins at zero, except close below the whole, where the difference
 * between 99.9% and 99.8% would not be seen.
 */
export function axisTicks(series: Series): number[] {
  const { unit, target, points } = series;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const values = [...known, target.value].map(value => shownValue(value, unit));
  const nearTheWhole = isNearTheWhole(target, unit);
  const lowest = nearTheWhole ? Math.min(...values) : 0;
  const highest = nearTheWhole ? 100 : Math.max(...values);
  return ticksBetween(lowest, highest);
}

function isNearTheWhole(target: Target, unit: Unit): boolean {
  return unit === 'share' && target.operator === '>=' && target.value >= 0.9;
}

function ticksBetween(lowest: number, highest: number): number[] {
  const step = roundStep((highest - lowest) / 4 || 1);
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9);
  const ticks: number[] = [];
  for (let index = first; index <= last; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find(f => f * power >= step - 1e-12) ?? 10;
  return factor * power;
}
