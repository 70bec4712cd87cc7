import { isMoney, KnownNumber } from './knownNumbers';
import { Bounds, Claim, DecisionNumber, Replaced } from './Published';

/** In which currency money is counted. */
export interface CurrencyConfig {
  /** ISO 4217. */
  currency: string;
  /** How many of it one unit of the currency of the published numbers is. */
  exchangeRate?: number;
}

/** Bounds that replace published ones, and where they are from. */
export type Substitute = Bounds & { replaced: Replaced };

/** 12 digits are more than any price has, and hide the noise of a product. */
const DIGITS = 12;

/** Every number as it is used: replaced, converted, or the same as another. */
export function effectiveNumbers(
  known: Map<string, KnownNumber>,
  given: CurrencyConfig & {
    substituteOf(id: string): Substitute | undefined;
  },
): Map<string, DecisionNumber> {
  return new Map(
    [...known.values()].map(number => [
      number.id,
      effective(number, known, given),
    ]),
  );
}

function effective(
  number: KnownNumber,
  known: Map<string, KnownNumber>,
  given: Parameters<typeof effectiveNumbers>[1],
): DecisionNumber {
  const { id, title, option, role, milestone, unit, includes } = number;
  const base = sourceOf(number, known);
  const own = given.substituteOf(id);
  const substitute = own ?? given.substituteOf(base.id);
  return {
    id,
    title,
    ...(option && { option }),
    ...(role && { role }),
    ...(milestone && { milestone }),
    unit,
    ...(isMoney(unit) && { currency: given.currency }),
    ...(includes && { includes }),
    ...(substitute ?? converted(base.claim!, given)),
    published: base.claim!,
    alsoPublished: base.alsoPublished,
  };
}

/** The number itself, or the one that it is the same as. */
export function sourceOf(
  number: KnownNumber,
  known: Map<string, KnownNumber>,
): KnownNumber {
  return number.sameAs === undefined ? number : known.get(number.sameAs)!;
}

function converted(
  { low, high, currency: from }: Claim,
  { currency, exchangeRate }: CurrencyConfig,
): Pick<DecisionNumber, 'low' | 'high' | 'unknown'> {
  if (from === undefined || from === currency) {
    return { low, high };
  }
  if (exchangeRate === undefined) {
    const unknown = `Published in ${from}. Set adoptionMetrics.decision.exchangeRate, or replace it with an amount in ${currency}.`;
    return { low: null, high: null, unknown };
  }
  const convert = (amount: number | null) =>
    amount === null
      ? null
      : Number((amount * exchangeRate).toPrecision(DIGITS));
  return { low: convert(low), high: convert(high) };
}
