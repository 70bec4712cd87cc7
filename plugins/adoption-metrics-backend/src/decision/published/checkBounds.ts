import { DecisionUnit } from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Bounds } from './Published';

/** More is a mistake, and dates and sums of money would not stand it. */
const most: Record<DecisionUnit, number> = {
  FTE: 100_000,
  people: 10_000_000,
  share: 1,
  months: 600,
  years: 50,
  weeks: 520,
  teams: 1_000_000,
  plugins: 100_000,
  'money/year': 1e15,
  'money/seat/month': 1e12,
};

/** A bound that a number cannot have, and what it can. */
export interface BoundFault {
  bound: 'low' | 'high';
  value: number | null;
  /** In words. */
  accepted: string;
}

/** What a number has to be, beside what its unit allows. */
interface BoundRules {
  /** What is known of it must not become open. */
  published?: Bounds;
  /** Whether it is one number, and no range. */
  isSingle?: boolean;
}

/** What is wrong with a number, if something is. */
export function checkBounds(
  { low, high }: Bounds,
  unit: DecisionUnit,
  { published, isSingle = false }: BoundRules = {},
): BoundFault | undefined {
  const numbers = `numbers from 0 to ${most[unit]} (${unit})`;
  const isDue = (bound: 'low' | 'high') =>
    isSingle || (published ? published[bound] !== null : false);
  for (const [bound, value] of [
    ['low', low],
    ['high', high],
  ] as const) {
    const isMissing = value === null && isDue(bound);
    if (isMissing || (value !== null && (value < 0 || value > most[unit]))) {
      return { bound, value, accepted: numbers };
    }
  }
  if (low === null && high === null) {
    return { bound: 'low', value: null, accepted: numbers };
  }
  if (isSingle && low !== high) {
    return { bound: 'high', value: high, accepted: `the same as low, ${low}` };
  }
  return low !== null && high !== null && low > high
    ? { bound: 'low', value: low, accepted: `numbers up to high, ${high}` }
    : undefined;
}

/** A fault in the words of all refusals. */
export function sentenceOf(
  { bound, value, accepted }: BoundFault,
  number: string,
): string {
  return refusalOf(`${number}.${bound}`, value, accepted);
}
