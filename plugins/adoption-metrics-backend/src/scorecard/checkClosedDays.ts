import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { SampleStore } from '../samples';
import { ReportingZone, writeDay } from '../time';
import { ScorecardReporter } from './ScorecardReporter';

/** Up to which day metrics are available, or when the first ones will be. */
export async function checkClosedDays(known: {
  samples: Pick<SampleStore, 'latestDay'>;
  reporter: Pick<ScorecardReporter, 'firstMetricsOn'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { samples, reporter, zone, now } = known;
  const base = { id: 'closed-days', label: 'Closed days' };
  const closed = await samples.latestDay();
  if (closed !== undefined) {
    const detail = `Data through ${writeDay(closed)} in ${zone.name}.`;
    return { ...base, status: 'ok', detail };
  }
  const first = await reporter.firstMetricsOn();
  const when =
    first === undefined || first <= zone.dayOf(now)
      ? 'within minutes'
      : `on ${writeDay(first)}, after midnight in ${zone.name}`;
  return {
    ...base,
    status: 'unknown',
    detail: `Metrics cover whole days, and no day has ended since the installation. The first metrics appear ${when}.`,
  };
}
