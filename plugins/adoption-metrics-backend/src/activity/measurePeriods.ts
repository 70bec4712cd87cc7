import { LifecycleGranularity } from 'backstage-plugin-adoption-metrics-common';
import { Measurement } from '../samples';
import { Interval } from '../time';
import { dimensions, LifecycleKind, lifecycleKinds } from './dimensions';
import { LifecycleCounts, LifecycleStore } from './LifecycleStore';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { endsPeriod, periodOf, previousPeriod } from './periods';

/** Measures how people come, stay, and go at the end of a week or month. */
export async function measurePeriods(
  measured: MeasuredDay,
  lifecycle: LifecycleStore,
): Promise<Measurement[]> {
  const { day } = measured;
  const week = endsPeriod(day, 'week');
  return [
    ...(week ? await measureLifecycle(measured, lifecycle, 'week') : []),
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
