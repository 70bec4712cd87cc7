import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { formatDay, formatInstant, Interval, ReportingZone } from '../time';

/** Fields that all responses about a range of days have in common. */
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
