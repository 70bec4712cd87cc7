import { Day, DAY_MS, DAYS_A_WEEK, Interval, startOfPeriod } from '../../time';

/** A month, a quarter, half a year. */
const STEP_MONTHS = [1, 3, 6] as const;
const LONGEST_STEP = 6;

/** When people joined. */
interface Joined {
  /** How many people joined in a range, as of its end. */
  countIn(range: Interval): number;
  /** Smallest number of people in a range. */
  minimum: number;
}

/**
 * Splits time into consecutive ranges of whole ISO weeks in which enough people
 * joined. A range starts with the next week in which anybody joined. It ends
 * with that week if enough people joined, otherwise at the end of the month,
 * quarter, or half-year, or of a later half-year. The rest remains open.
 *
 * A range does not depend on anything after its end, so it never changes.
 *
 * @param weeks - from a Monday to a Monday, half-open
 */
export function splitIntoRanges(weeks: Interval, joined: Joined): Interval[] {
  const ranges: Interval[] = [];
  let { from } = weeks;
  while (from < weeks.to) {
    const range = rangeFrom(from, weeks.to, joined);
    if (range === undefined) {
      return ranges;
    }
    if (range !== 'nobody') {
      ranges.push(range);
    }
    from = range === 'nobody' ? from + DAYS_A_WEEK : range.to;
  }
  return ranges;
}

function rangeFrom(
  from: Day,
  latest: Day,
  { countIn, minimum }: Joined,
): Interval | 'nobody' | undefined {
  if (countIn({ from, to: from + DAYS_A_WEEK }) === 0) {
    return 'nobody';
  }
  const to = endsFrom(from, latest).find(
    end => countIn({ from, to: end }) >= minimum,
  );
  return to === undefined ? undefined : { from, to };
}

/** Possible ends of a range that starts on a Monday, earliest first. */
function endsFrom(monday: Day, latest: Day): Day[] {
  const ends = STEP_MONTHS.map(months => endOfStep(monday, months));
  while (ends.at(-1)! < latest) {
    ends.push(endOfStep(ends.at(-1)!, LONGEST_STEP));
  }
  return [monday + DAYS_A_WEEK, ...ends].filter(end => end <= latest);
}

/**
 * The Monday after the last week whose Thursday is in the same month, quarter,
 * or half-year.
 */
function endOfStep(monday: Day, months: number): Day {
  const thursday = new Date((monday + 3) * DAY_MS);
  const step = Math.floor(thursday.getUTCMonth() / months);
  const next = Date.UTC(thursday.getUTCFullYear(), (step + 1) * months, 1);
  return startOfPeriod(next / DAY_MS + 3, 'week');
}
