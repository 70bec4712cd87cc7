import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { SampleStore } from '../samples';
import { ReportingZone, sayDay } from '../time';
import { ScorecardReporter } from './ScorecardReporter';

/** Up to which day metrics are available, or when the first ones will be. */
export async function checkClosedDays(known: {
  samples: Pick<SampleStore, 'latestDay'>;
  reporter: Pick<ScorecardReporter, 'firstMetricsOn'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { samples, reporter, zone, now } = known;
  const closed = await samples.latestDay();
  if (closed !== undefined) {
    const values = { day: sayDay(closed), timeZone: zone.name };
    const detail = [say('health.closed-days.ok', values)];
    return diagnosticOf('closed-days', { status: 'ok', detail });
  }
  const first = await reporter.firstMetricsOn();
  return diagnosticOf('closed-days', {
    status: 'unknown',
    detail: [
      say('health.closed-days.none'),
      first === undefined || first <= zone.dayOf(now)
        ? say('health.closed-days.soon')
        : say('health.closed-days.on', {
            day: sayDay(first),
            timeZone: zone.name,
          }),
    ],
  });
}
