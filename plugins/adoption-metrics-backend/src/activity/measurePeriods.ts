import { LifecycleGranularity } from 'backstage-plugin-adoption-metrics-common';
import { Measurement } from '../samples';
import { Day, formatDay, Interval, startOfPeriod } from '../time';
import { dimensions, LifecycleKind, lifecycleKinds } from './dimensions';
import {
  FirstDayCount,
  LifecycleCounts,
  LifecycleStore,
} from './LifecycleStore';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { measureOnboarding } from './measureOnboarding';
import { endsPeriod, periodOf, previousPeriod } from './periods';

/** How many days back cohorts are followed: 25 months. */
const COHORT_DAYS = 760;

/** Measures lifecycle, cohorts, and onboarding at the end of a week or month. */
export async function measurePeriods(
  measured: MeasuredDay,
  lifecycle: LifecycleStore,
): Promise<Measurement[]> {
  const { day } = measured;
  const week = endsPeriod(day, 'week');
  return [
    ...(week ? await measureLifecycle(measured, lifecycle, 'week') : []),
    ...(week ? await measureCohorts(measured, lifecycle) : []),
    ...(week ? await measureOnboarding(measured, lifecycle) : []),
    ...(endsPeriod(day, 'month')
      ? await measureLifecycle(measured, lifecycle, 'month')
      : []),
  ];
}

async function measureLifecycle(
  measured: MeasuredDay,
  store: LifecycleStore,
  granularity: LifecycleGranularity,
): Promise<Measurement[]> {
  const current = periodOf(measured.day, granularity);
  const previous = previousPeriod(current, granularity);
  const counts = await store.countLifecycle(
    { current, previous },
    measured.population,
  );
  return lifecycleKinds.map(kind => {
    const alone = kind === 'active' || kind === 'neverSeen';
    return lifecycleSample(measured, {
      dimension: { dimension: dimensions.lifecycle(granularity), member: kind },
      window: alone ? current : { from: previous.from, to: current.to },
      counts,
      kind,
    });
  });
}

// Who is new is unknown unless the previous period was observed as well, and a
// head count does not show who has never been active.
function lifecycleSample(
  measured: MeasuredDay,
  sample: {
    dimension: { dimension: string; member: string };
    window: Interval;
    counts: LifecycleCounts;
    kind: LifecycleKind;
  },
): Measurement {
  const { dimension, window, counts, kind } = sample;
  const { headCount } = measured;
  const observation = measured.observe(window);
  const known =
    observation.complete &&
    !observation.silent &&
    !(headCount !== undefined && kind === 'neverSeen');
  return ratioOf(
    dimension,
    {
      numerator: known ? counts[kind] : undefined,
      denominator: headCount ?? counts.people,
    },
    observation,
  );
}

/** How many people of each cohort were active in this week. */
async function measureCohorts(
  measured: MeasuredDay,
  store: LifecycleStore,
): Promise<Measurement[]> {
  const active = periodOf(measured.day, 'week');
  const firstDays = {
    from: startOfPeriod(active.to - COHORT_DAYS, 'week'),
    to: active.to,
  };
  const counts = await store.countByFirstDay(
    { firstDays, active },
    measured.population,
  );
  return [...sumByWeek(counts)].map(([monday, { size, active: people }]) =>
    ratioOf(
      { dimension: dimensions.cohort, member: formatDay(monday) },
      { numerator: people, denominator: size },
      {
        ...measured.observe(active),
        complete: measured.observe(periodOf(monday, 'week')).complete,
      },
    ),
  );
}

function sumByWeek(
  counts: FirstDayCount[],
): Map<Day, { size: number; active: number }> {
  const weeks = new Map<Day, { size: number; active: number }>();
  for (const { firstDay, size, active } of counts) {
    const monday = startOfPeriod(firstDay, 'week');
    const week = weeks.get(monday) ?? { size: 0, active: 0 };
    weeks.set(monday, {
      size: week.size + size,
      active: week.active + active,
    });
  }
  return weeks;
}
