import {
  apiLocale,
  formatMoney,
} from 'backstage-plugin-adoption-metrics-common';

const list = new Intl.ListFormat(apiLocale, { type: 'conjunction' });
const alternatives = new Intl.ListFormat(apiLocale, { type: 'disjunction' });
const numbers = new Intl.NumberFormat(apiLocale, { maximumFractionDigits: 2 });

/** Ends of a range; open where there is none. */
export interface Limits {
  /** Inclusive. */
  low?: number | null;
  /** Inclusive. */
  high?: number | null;
  /** Exclusive. */
  below?: number | null;
}

/** A number with the decimals that it has, such as "0.5" and "1,000". */
export function writeNumber(value: number): string {
  return numbers.format(value);
}

/** Money within limits, such as "$125,000 to $350,000". */
export function writeMoneyLimits(limits: Limits, currency: string): string {
  return writeLimits(limits, amount =>
    formatMoney(amount, currency, apiLocale),
  );
}

/** "7 or more FTE", "fewer than 500 developers", "200 to 1,000 developers". */
export function writeLimits(
  { low, high, below }: Limits,
  write: (value: number) => string = writeNumber,
  unit = '',
): string {
  const from = low ?? undefined;
  const to = high ?? undefined;
  const ofUnit = (text: string) => `${text} ${unit}`.trim();
  if (below !== undefined && below !== null) {
    return from === undefined
      ? ofUnit(`fewer than ${write(below)}`)
      : ofUnit(`${write(from)} to fewer than ${write(below)}`);
  }
  if (from === undefined) {
    return to === undefined
      ? ofUnit('an unknown number of')
      : ofUnit(`up to ${write(to)}`);
  }
  if (to === undefined) {
    return ofUnit(`${write(from)} or more`);
  }
  return from === to
    ? ofUnit(write(from))
    : ofUnit(`${write(from)} to ${write(to)}`);
}

/** "a, b, and c". */
export function writeList(texts: string[]): string {
  return list.format(texts);
}

/** "a, b, or c". */
export function writeAlternatives(texts: string[]): string {
  return alternatives.format(texts);
}

/** With a capital at its beginning, as a sentence has it. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase(apiLocale) + text.slice(1);
}
