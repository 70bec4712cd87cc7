import { HOUR_MS, MINUTE_MS } from '../time';
import { StateTimes } from './stateTimes';

/**
 * Windows in ms, and the burn rate that requires action if both windows of a
 * pair reach it (Site Reliability Workbook, chapter 5, table 5-8).
 */
export const burnRatePairs = [
  {
    severity: 'page',
    long: HOUR_MS,
    short: 5 * MINUTE_MS,
    threshold: 14.4,
  },
  {
    severity: 'page',
    long: 6 * HOUR_MS,
    short: 30 * MINUTE_MS,
    threshold: 6,
  },
  {
    severity: 'ticket',
    long: 72 * HOUR_MS,
    short: 6 * HOUR_MS,
    threshold: 1,
  },
] as const;

type BurnRatePair = (typeof burnRatePairs)[number];

/** The burn rate in a pair of windows. */
export interface BurnRate {
  pair: BurnRatePair;
  /** Undefined if no time in the window counts. */
  long: number | undefined;
  short: number | undefined;
  /** Whether both windows reach the threshold. */
  burning: boolean;
}

/**
 * The speed at which the error budget is used, relative to the target: the
 * share of time not up, divided by the allowed share. Undefined if no time
 * counts. Without a budget, any downtime is infinitely fast.
 */
export function burnRate(
  { accountable, up }: Pick<StateTimes, 'accountable' | 'up'>,
  target: number,
): number | undefined {
  if (accountable <= 0) {
    return undefined;
  }
  const lost = (accountable - up) / accountable;
  return lost === 0 ? 0 : lost / (1 - target);
}

/** The burn rates of all pairs of windows. */
export function burnRates(
  measure: (length: number) => Pick<StateTimes, 'accountable' | 'up'>,
  target: number,
): BurnRate[] {
  return burnRatePairs.map(pair => {
    const long = burnRate(measure(pair.long), target);
    const short = burnRate(measure(pair.short), target);
    const reached = (rate = 0) => rate >= pair.threshold;
    return { pair, long, short, burning: reached(long) && reached(short) };
  });
}
