import { round, shiftDecimalPoint } from './rounding';

const minus = '\u2212';

/** Formats a count with separators: "4,212". @public */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** Formats a count with its sign: "+3", "−12". @public */
export function formatSignedCount(count: number, locale: string): string {
  return `${count < 0 ? minus : '+'}${formatCount(Math.abs(count), locale)}`;
}

/**
 * Formats an average or a rate with all decimals: "6.0". Uses a minus sign, not
 * a hyphen.
 *
 * @public
 */
export function formatDecimal(
  value: number,
  decimals: number,
  locale: string,
): string {
  const size = writeDecimals(
    round(Math.abs(value), decimals, 'nearest'),
    decimals,
    locale,
  );
  return value < 0 ? `${minus}${size}` : size;
}

/** Formats a number with a fixed number of decimals. */
export function writeDecimals(
  rounded: number,
  decimals: number,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(rounded);
}

/** Formats a percentage: "8.7%", "8,7 %". */
export function writePercentage(
  rounded: number,
  decimals: number,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(shiftDecimalPoint(rounded, -2));
}
