import { Measurement } from '../samples';
import { Day, formatDay, Interval } from '../time';
import { dimensions, ONBOARDING_DAYS } from './dimensions';
import { JoinerCount, LifecycleStore } from './LifecycleStore';
import { MeasuredDay } from './MeasuredDay';
import { periodOf, previousPeriod } from './periods';

const MONTHS = 25;

/** How soon those who joined in each month used the portal. */
export async function measureOnboarding(
  { day, population }: MeasuredDay,
  store: LifecycleStore,
): Promise<Measurement[]> {
  const months = lastMonths(day);
  const joiners = await store.countJoiners(months, population);
  return months.flatMap(month =>
    describeMonth(
      month,
      joiners.filter(({ from }) => from === month.from),
      day,
    ),
  );
}

function lastMonths(day: Day): Interval[] {
  const months = [periodOf(day, 'month')];
  while (months.length < MONTHS) {
    months.push(previousPeriod(months.at(-1)!, 'month'));
  }
  return months;
}

function describeMonth(
  month: Interval,
  joiners: JoinerCount[],
  day: Day,
): Measurement[] {
  const joined = sum(joiners);
  if (joined === 0) {
    return [];
  }
  const member = formatDay(month.from);
  const within = ONBOARDING_DAYS.map(days => ({
    dimension: dimensions.onboardingWithin(days),
    member,
    ...withinDays(joiners, days, month.to - 1 + days <= day),
    denominator: joined,
  }));
  return [
    {
      dimension: dimensions.onboarding,
      member,
      value: medianDelay(joiners),
      numerator: sum(joiners.filter(({ delay }) => delay !== undefined)),
      denominator: joined,
    },
    ...within,
  ];
}

// Unknown until the last who joined has had that many days.
function withinDays(joiners: JoinerCount[], days: number, over: boolean) {
  const people = sum(joiners.filter(({ delay = Infinity }) => delay <= days));
  return over
    ? { value: people / sum(joiners), numerator: people }
    : { value: undefined };
}

/**
 * The median by nearest rank, with those who never used the portal counted as
 * infinitely late; undefined while they are more than half.
 */
export function medianDelay(joiners: JoinerCount[]): number | undefined {
  const rank = Math.ceil(sum(joiners) / 2);
  const sorted = [...joiners].sort(
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

function sum(joiners: JoinerCount[]): number {
  return joiners.reduce((total, { people }) => total + people, 0);
}
