import { round, shiftDecimalPoint } from './rounding';

const minus = '\u2212';

/**
 * A count with the separators of the locale: "4,212".
 *
 * @public
 */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/**
 * A count with its sign: "+3", "−12".
 *
 * @public
 */
export function formatSignedCount(count: number, locale: string): string {
  return `${count < 0 ? minus : '+'}${formatCount(Math.abs(count), locale)}`;
}

/**
 * An average or a pace with its decimals kept: "6.0". A minus is a minus, not
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

/** A rounded number with a fixed number of decimals. */
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

/** A rounded percentage as the locale writes it: "8.7%", "8,7 %". */
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
