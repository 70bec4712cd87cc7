import { Measurement, SampleStore } from '../../samples';
import { Day, formatDay, Interval } from '../../time';
import { dimensions, METRIC, ONBOARDING_DAYS } from '../dimensions';
import { MeasuredDay, ratioOf } from '../MeasuredDay';
import { FirstUseCount, JoiningRange, JoiningStore } from './JoiningStore';

/** Days of which retention speaks at a time. They fit no week and no four weeks. */
export const RETENTION_DAYS = 30;

/** How often people are looked at again after they joined. */
export const RETENTION_PERIODS = 12;

interface JoiningSources {
  joining: JoiningStore;
  samples: SampleStore;
  /** The first day whose activity is held as a whole. */
  heldFrom: Day | undefined;
}

/**
 * What there is to say on a day about people who joined in closed ranges. Each
 * number is measured once, on the day on which the last who joined has had so
 * many days, and speaks of the days since each of them joined.
 */
export async function measureJoining(
  measured: MeasuredDay,
  sources: JoiningSources,
): Promise<Measurement[]> {
  const ranges = await sources.joining.ranges();
  const found = await Promise.all(
    ranges.map(async range => [
      ...(await measureOnboarding(measured, range, sources)),
      ...(await measureRetention(measured, range, sources)),
    ]),
  );
  return found.flat();
}

/** Days for which everybody of a range has been there by the end of a day. */
export function daysSinceJoining(day: Day, { to }: Interval): number {
  return day - (to - 1);
}

async function measureOnboarding(
  measured: MeasuredDay,
  range: JoiningRange,
  { joining }: JoiningSources,
): Promise<Measurement[]> {
  const days = daysSinceJoining(measured.day, range);
  if (!ONBOARDING_DAYS.some(each => each === days)) {
    return [];
  }
  const counts = await joining.countFirstUses(range, measured.day);
  const { complete } = measured.observe({
    from: Math.min(range.to - 1, ...counts.map(({ joined }) => joined)),
    to: measured.day + 1,
  });
  const soon = counts.filter(({ delay = Infinity }) => delay <= days);
  return [
    {
      dimension: dimensions.onboardingWithin(days),
      member: formatDay(range.from),
      value: complete ? medianDelay(soon, range.people) : undefined,
      numerator: complete ? sum(soon) : undefined,
      denominator: range.people,
    },
  ];
}

async function measureRetention(
  measured: MeasuredDay,
  range: JoiningRange,
  { joining, samples, heldFrom = -Infinity }: JoiningSources,
): Promise<Measurement[]> {
  const { day, population } = measured;
  const periods = daysSinceJoining(day, range) / RETENTION_DAYS;
  if (
    !Number.isInteger(periods) ||
    periods < 1 ||
    periods > RETENTION_PERIODS
  ) {
    return [];
  }
  const dimension = {
    dimension: dimensions.retention,
    member: formatDay(range.from),
  };
  if (range.from + after(periods).from < heldFrom) {
    const stored = await samples.ofDay(METRIC, day, [dimension.dimension]);
    return stored.filter(({ member }) => member === dimension.member);
  }
  const counts = await joining.countActive(range, after(periods), population);
  const { people, active, firstJoined = range.from } = counts;
  const observation = measured.observe({
    from: firstJoined + after(periods).from,
    to: day + 1,
  });
  const known = observation.complete && !observation.silent;
  return [
    ratioOf(
      dimension,
      { numerator: known ? active : undefined, denominator: people },
      observation,
    ),
  ];
}

/** The days of a period, counted from joining; the first has that day as well. */
function after(period: number): Interval {
  const from = (period - 1) * RETENTION_DAYS + 1;
  return { from: period === 1 ? 0 : from, to: from + RETENTION_DAYS };
}

/**
 * The median by nearest rank, with those who are not among the counts taken for
 * infinitely late; undefined while they are more than half.
 */
export function medianDelay(
  counts: Array<Pick<FirstUseCount, 'delay' | 'people'>>,
  everybody: number,
): number | undefined {
  const rank = Math.ceil(everybody / 2);
  const sorted = [...counts].sort(
    (a, b) => (a.delay ?? Infinity) - (b.delay ?? Infinity),
  );
  let seen = 0;
  for (const { delay, people } of sorted) {
    seen += people;
    if (seen >= rank) {
      return delay;
    }
  }
  return undefined;
}

function sum(counts: FirstUseCount[]): number {
  return counts.reduce((total, { people }) => total + people, 0);
}
