import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { formatDay, formatInstant, Interval, ReportingZone } from '../time';

/** What an answer about some days says of them, and of itself. */
export function describeDays(
  { clock, zone }: { clock: Clock; zone: ReportingZone },
  days: Interval,
) {
  return {
    computedAt: formatInstant(clock.now()),
    timeZone: zone.name,
    from: formatDay(days.from),
    to: formatDay(days.to),
  };
}
