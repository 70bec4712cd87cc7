import { HOUR_MS, MINUTE_MS } from '../time';
import { StateTimes } from './stateTimes';

/**
 * Windows in ms and the burn rate at which both of a pair call for action
 * (Site Reliability Workbook, chapter 5, table 5-8).
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

/** How fast the error budget burns in a pair of windows. */
export interface BurnRate {
  pair: BurnRatePair;
  /** Undefined where no time of the window is accountable. */
  long: number | undefined;
  short: number | undefined;
  /** Whether both windows burn at the threshold or faster. */
  burning: boolean;
}

/**
 * How many times faster than just allowed the error budget is being spent: the
 * share of time not up, by the share that the target allows. Undefined without
 * accountable time; without any budget the least loss burns infinitely fast.
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

/** The burn rates of every pair, given how to measure a trailing window. */
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
