import { Measurement, SampleStore } from '../../samples';
import { Day, formatDay, Interval } from '../../time';
import { dimensions, METRIC, ONBOARDING_DAYS } from '../dimensions';
import { MeasuredDay, ratioOf } from '../MeasuredDay';
import { FirstUseCount, JoiningRange, JoiningStore } from './JoiningStore';

/**
 * Length of a retention period in days. Overlaps with weeks and four-week
 * periods.
 */
export const RETENTION_DAYS = 30;

/** The number of retention periods after joining. */
const RETENTION_PERIODS = 12;

interface JoiningSources {
  joining: JoiningStore;
  samples: SampleStore;
  /** The first day for which all activity is available. */
  heldFrom: Day | undefined;
}

/**
 * Samples about people in closed joining ranges. Each number is measured once,
 * when the last person of a range has been there long enough, and counts days
 * since joining.
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

/** How many days everyone in a range has been there, at the end of a day. */
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

/**
 * Days of a retention period, since joining. The first one includes the day of
 * joining.
 */
function after(period: number): Interval {
  const from = (period - 1) * RETENTION_DAYS + 1;
  return { from: period === 1 ? 0 : from, to: from + RETENTION_DAYS };
}

/**
 * The nearest-rank median, where people without a delay count as infinitely
 * late; undefined if they are the majority.
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
