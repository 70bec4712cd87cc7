import { round } from './rounding';

/** Smaller amounts are formatted with minor units, if the currency has any. */
const MINOR_UNITS_BELOW = 100;

/** Enough digits to distinguish amounts on an axis or in a tile. */
const COMPACT_DIGITS = 3;

/** A range with both ends inclusive; null if an end is open. @public */
export interface OpenRange {
  low: number | null;
  high: number | null;
}

/** How an amount is written that is not written in full. @public */
export interface MoneyStyle {
  /** As in a tile or on an axis: "$1.05M". */
  isCompact?: boolean;
  /** Whether a gain has a sign, too: "+$150,000". */
  isSigned?: boolean;
}

/**
 * An amount to the minor unit of its currency: cents of most, whole yen.
 *
 * @param currency - ISO 4217
 * @public
 */
export function roundMoney(amount: number, currency: string): number {
  // Tiny amounts, which would be formatted with an exponent, become zero.
  const size = Math.abs(amount) < 1e-6 ? 0 : Math.abs(amount);
  const rounded = round(size, minorDigitsOf(currency), 'nearest');
  return amount < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * Formats money: "$1,050,000", "$24.50". Amounts of a hundred or more have no
 * cents, which would suggest too much precision.
 *
 * @param currency - ISO 4217
 *
 * @public
 */
export function formatMoney(
  amount: number,
  currency: string,
  locale: string,
  style: MoneyStyle = {},
): string {
  return writerOf([amount], currency, locale, style).format(amount);
}

/**
 * Formats a range of money: "$125,000 – $350,000". Only one amount if both are
 * the same.
 *
 * @param currency - ISO 4217
 *
 * @public
 */
export function formatMoneyRange(
  range: { low: number; high: number },
  currency: string,
  locale: string,
  style: MoneyStyle = {},
): string {
  const { low, high } = range;
  const writer = writerOf([low, high], currency, locale, style);
  return writer.format(low) === writer.format(high)
    ? writer.format(high)
    : writer.formatRange(low, high);
}

function writerOf(
  amounts: number[],
  currency: string,
  locale: string,
  { isCompact, isSigned }: MoneyStyle,
): Intl.NumberFormat {
  const sign = isSigned ? 'exceptZero' : 'auto';
  const options = { style: 'currency', currency, signDisplay: sign } as const;
  if (isCompact) {
    return new Intl.NumberFormat(locale, {
      ...options,
      notation: 'compact',
      maximumSignificantDigits: COMPACT_DIGITS,
    });
  }
  const hasMinor = amounts.some(
    amount => Math.abs(amount) < MINOR_UNITS_BELOW && !Number.isInteger(amount),
  );
  return new Intl.NumberFormat(
    locale,
    hasMinor
      ? options
      : { ...options, minimumFractionDigits: 0, maximumFractionDigits: 0 },
  );
}

function minorDigitsOf(currency: string): number {
  const writer = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
  });
  return writer.resolvedOptions().maximumFractionDigits ?? 2;
}
