import {
  BreakdownGranularity,
  breakdownGranularities,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement, SampleStore } from '../samples';
import { Day, Interval, startOfPeriod } from '../time';
import {
  dimensions,
  LifecycleKind,
  lifecycleKinds,
  METRIC,
} from './dimensions';
import { LifecycleCounts, LifecycleStore } from './LifecycleStore';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { endsPeriod, periodOf, previousPeriod } from './periods';
import { FrozenPeriod, FrozenPeriodStore } from './publishing';

interface PeriodSources {
  lifecycle: LifecycleStore;
  periods: FrozenPeriodStore;
  samples: SampleStore;
  /** The first day for which all data of a retention rule is available. */
  heldFrom(rule: 'frozenMembers'): Promise<Day | undefined>;
}

/**
 * Measures the lifecycle in the week and in the four weeks that end on a day,
 * for the members of these four weeks. Samples that can no longer be measured
 * stay unchanged.
 */
export async function measurePeriods(
  measured: MeasuredDay,
  sources: PeriodSources,
): Promise<Measurement[]> {
  const { day } = measured;
  const ended = breakdownGranularities.filter(unit => endsPeriod(day, unit));
  const frozen =
    ended.length > 0 &&
    (await sources.periods.find(startOfPeriod(day, 'four-weeks')));
  if (!frozen) {
    return [];
  }
  const heldFrom = (await sources.heldFrom('frozenMembers')) ?? -Infinity;
  if (frozen.firstDay < heldFrom) {
    const names = ended.map(dimensions.lifecycle);
    return sources.samples.ofDay(METRIC, day, names);
  }
  const found = await Promise.all(
    ended.map(unit => measureLifecycle(measured, frozen, { ...sources, unit })),
  );
  return found.flat();
}

async function measureLifecycle(
  measured: MeasuredDay,
  frozen: FrozenPeriod,
  sources: PeriodSources & { unit: BreakdownGranularity },
): Promise<Measurement[]> {
  const { lifecycle, periods, unit } = sources;
  const current = periodOf(measured.day, unit);
  const previous = previousPeriod(current, unit);
  const counts = await lifecycle.countLifecycle(
    { current, previous },
    periods.selectMembers(frozen.firstDay),
  );
  return lifecycleKinds.map(kind => {
    const alone = kind === 'active' || kind === 'neverSeen';
    return lifecycleSample(measured, {
      dimension: { dimension: dimensions.lifecycle(unit), member: kind },
      window: alone ? current : { from: previous.from, to: current.to },
      people: frozen.people,
      counts,
      kind,
    });
  });
}

// New users are unknown unless the previous period was observed as well. With a
// head count, it is unknown who was never active.
function lifecycleSample(
  measured: MeasuredDay,
  sample: {
    dimension: { dimension: string; member: string };
    window: Interval;
    people: number;
    counts: LifecycleCounts;
    kind: LifecycleKind;
  },
): Measurement {
  const { dimension, window, people, counts, kind } = sample;
  const { headCount } = measured;
  const observation = measured.observe(window);
  const known =
    observation.complete &&
    !observation.silent &&
    !(headCount !== undefined && kind === 'neverSeen');
  return ratioOf(
    dimension,
    { numerator: known ? counts[kind] : undefined, denominator: people },
    observation,
  );
}
