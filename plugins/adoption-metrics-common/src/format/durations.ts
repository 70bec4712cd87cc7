import { formatCount, writeDecimals } from './numbers';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Unit symbols, which are the same in all languages. */
type UnitSymbol = 's' | 'min' | 'h' | 'd';

/**
 * Formats a duration in up to two units: "43 s", "19 min", "1 h 5 min", "2 d 3
 * h".
 *
 * @public
 */
export function formatDuration(seconds: number, locale: string): string {
  if (Math.round(seconds) < minute) {
    return inUnit(Math.round(seconds), 's', locale);
  }
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) {
    return inUnit(minutes, 'min', locale);
  }
  if (minutes < day / minute) {
    return joinUnits(minutes, 60, ['h', 'min'], locale);
  }
  return joinUnits(Math.round(seconds / hour), 24, ['d', 'h'], locale);
}

/**
 * Formats a duration to the second if it is short: `<1 s`, `43 s`, `19 min 5
 * s`, `1 h 5 min`.
 *
 * @public
 */
export function formatExactDuration(seconds: number, locale: string): string {
  if (seconds > 0 && seconds < 1) {
    return `<${inUnit(1, 's', locale)}`;
  }
  const whole = Math.round(seconds);
  return whole < minute || whole >= hour
    ? formatDuration(whole, locale)
    : joinUnits(whole, minute, ['min', 's'], locale);
}

/**
 * Formats a part and its whole in the unit of the whole, which is only written
 * once: "30" and "43 min". They only look equal if they are.
 *
 * @public
 */
export function formatPartOfDuration(
  part: number,
  whole: number,
  locale: string,
): { part: string; whole: string } {
  const [unit, symbol] = whole < 2 * hour ? [minute, 'min'] : [hour, 'h'];
  const same = Math.round(part / unit) === Math.round(whole / unit);
  const decimals = same && part !== whole ? 1 : 0;
  const write = (seconds: number) =>
    writeDecimals(seconds / unit, decimals, locale);
  return { part: write(part), whole: `${write(whole)} ${symbol}` };
}

function inUnit(count: number, symbol: UnitSymbol, locale: string): string {
  return `${formatCount(count, locale)} ${symbol}`;
}

function joinUnits(
  total: number,
  size: number,
  [large, small]: [UnitSymbol, UnitSymbol],
  locale: string,
): string {
  const rest = total % size;
  const whole = inUnit(Math.floor(total / size), large, locale);
  return rest === 0 ? whole : `${whole} ${inUnit(rest, small, locale)}`;
}
