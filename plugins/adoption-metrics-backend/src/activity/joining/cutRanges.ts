import { Day, DAY_MS, DAYS_A_WEEK, Interval, startOfPeriod } from '../../time';

/** A month, a quarter, half a year. */
const STEP_MONTHS = [1, 3, 6] as const;
const LONGEST_STEP = 6;

/** Who joined, as far as ranges are concerned. */
interface Joined {
  /** How many joined from a Monday to before another, as of its end. */
  countIn(range: Interval): number;
  /** Fewest people of a range. */
  minimum: number;
}

/**
 * Cuts time into ranges of whole ISO weeks, one after the other, so that enough
 * people joined in each. A range begins with the next week in which anybody
 * joined. It is that week if that suffices, else it goes on to the end of the
 * month, of the quarter, or of the half-year, whichever is the first to suffice,
 * and then to the ends of later half-years. The open rest is in no range.
 *
 * A range depends on nothing after its end: once it is there it stays.
 *
 * @param weeks - from a Monday to before a Monday
 */
export function cutRanges(weeks: Interval, joined: Joined): Interval[] {
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

/** Where a range that begins on a Monday may end, the earliest first. */
function endsFrom(monday: Day, latest: Day): Day[] {
  const ends = STEP_MONTHS.map(months => endOfStep(monday, months));
  while (ends.at(-1)! < latest) {
    ends.push(endOfStep(ends.at(-1)!, LONGEST_STEP));
  }
  return [monday + DAYS_A_WEEK, ...ends].filter(end => end <= latest);
}

/** The Monday after the last week whose Thursday lies in the same step. */
function endOfStep(monday: Day, months: number): Day {
  const thursday = new Date((monday + 3) * DAY_MS);
  const step = Math.floor(thursday.getUTCMonth() / months);
  const next = Date.UTC(thursday.getUTCFullYear(), (step + 1) * months, 1);
  return startOfPeriod(next / DAY_MS + 3, 'week');
}
