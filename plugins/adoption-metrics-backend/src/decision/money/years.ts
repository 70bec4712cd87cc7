import { exactly, MaybeRange, MoneyMath } from './ranges';

export const MONTHS = 12;

/** What something costs in its first year and in each after it. */
export interface Years {
  first: MaybeRange;
  following: MaybeRange;
}

/** What comes together over each of several numbers of years. */
export function overYears(
  years: number[],
  cost: Years,
  firstMonths: number,
  math: MoneyMath,
): Array<{ years: number; cost: MaybeRange }> {
  return years.map(count => ({
    years: count,
    cost: costOfMonths(count * MONTHS, cost, firstMonths, math),
  }));
}

/**
 * What comes together over months.
 *
 * @param firstMonths - how many of them are of the first year, at most
 * @returns unknown if the cost of one of them is
 */
export function costOfMonths(
  months: number,
  { first, following }: Years,
  firstMonths: number,
  math: MoneyMath,
): MaybeRange {
  const ofFirst = Math.min(months, firstMonths);
  const parts = [
    { perYear: first, years: ofFirst / MONTHS },
    { perYear: following, years: (months - ofFirst) / MONTHS },
  ].filter(part => part.years > 0);
  const amounts = parts.map(
    ({ perYear, years }) => perYear && math.times(perYear, years),
  );
  return amounts.includes(null) ? null : math.add(exactly(0), ...amounts);
}
