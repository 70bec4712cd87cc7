import { ClosedRange } from './ranges';
import { MONTHS } from './years';

/** Nobody plans further ahead than a hundred years. */
const LONGEST = 100 * MONTHS;

/** Amounts smaller than that are the noise of binary fractions. */
const NOTHING = 1e-6;

/** What staying and switching cost, each as one amount. */
export interface Switch {
  /** A year of staying during the months that are left of the first year. */
  stayFirst: number;
  /** Those months; none once the first year is over. */
  firstMonths: number;
  /** A year of staying after them. */
  stay: number;
  /** A year of the option. */
  option: number;
  /** What the switch itself costs. */
  once: number;
  /** Months for which both are paid. */
  parallelMonths: number;
}

/** {@link Switch} as far as it is known. */
export type SwitchRange = {
  [Key in 'stayFirst' | 'stay' | 'option' | 'once']: ClosedRange;
} & Pick<Switch, 'firstMonths' | 'parallelMonths'>;

/** Months from now until a switch has paid for itself; none if it never has. */
export interface BreakEvenMonths {
  earliest?: number;
  latest?: number;
}

/**
 * When a switch has paid for itself, at the costs that favor it and at those
 * that favor staying.
 */
export function breakEvenRange(range: SwitchRange): BreakEvenMonths {
  const { stayFirst, stay, option, once, ...known } = range;
  return {
    earliest: monthsToBreakEven({
      ...known,
      stayFirst: stayFirst.high,
      stay: stay.high,
      option: option.low,
      once: once.low,
    }),
    latest: monthsToBreakEven({
      ...known,
      stayFirst: stayFirst.low,
      stay: stay.low,
      option: option.high,
      once: once.high,
    }),
  };
}

/**
 * Months from now on after which switching has cost less than staying, and
 * always will have.
 *
 * @returns undefined if that never comes
 */
export function monthsToBreakEven(costs: Switch): number | undefined {
  const { stay, option, firstMonths, parallelMonths } = costs;
  const savedPerMonth = (stay - option) / MONTHS;
  if (savedPerMonth <= 0) {
    return undefined;
  }
  const bends = [0, firstMonths, parallelMonths].sort((a, b) => b - a);
  const months = lastCrossing(bends, month => savedBy(month, costs), {
    slopeAtEnd: savedPerMonth,
  });
  return months <= LONGEST ? months : undefined;
}

/** What switching has saved by a month; negative while it has cost more. */
export function savedBy(month: number, costs: Switch): number {
  const { option, once, parallelMonths } = costs;
  const avoided =
    stayingUntil(month, costs) -
    stayingUntil(Math.min(month, parallelMonths), costs);
  const saved = avoided - once - (option / MONTHS) * month;
  return Math.abs(saved) < NOTHING ? 0 : saved;
}

function stayingUntil(
  month: number,
  { stayFirst, firstMonths, stay }: Switch,
): number {
  const first = Math.min(month, firstMonths);
  return (stayFirst * first + stay * (month - first)) / MONTHS;
}

/** Where a line that bends at some months, the last first, becomes positive for good. */
function lastCrossing(
  [last, ...earlier]: number[],
  valueAt: (month: number) => number,
  { slopeAtEnd }: { slopeAtEnd: number },
): number {
  if (valueAt(last) < 0) {
    return last - valueAt(last) / slopeAtEnd;
  }
  const next = earlier.find(month => valueAt(month) < 0);
  if (next === undefined) {
    return 0;
  }
  const after = [last, ...earlier][earlier.indexOf(next)];
  const slope = (valueAt(after) - valueAt(next)) / (after - next);
  return next - valueAt(next) / slope;
}
