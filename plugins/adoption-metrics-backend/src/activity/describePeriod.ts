import { BreakdownGranularity } from 'backstage-plugin-adoption-metrics-common';
import { formatDay, formatInstant } from '../time';
import { PublishedPeriod } from './PublishedPeriodReader';
import { ReportSources } from './report';

/** Describes the closed period of a response, or that there is none. */
export function describePeriod(
  { granularity }: { granularity: BreakdownGranularity },
  found: PublishedPeriod | undefined,
  { clock, zone, minimumGroupSize }: ReportSources,
) {
  return {
    computedAt: formatInstant(clock.now()),
    timeZone: zone.name,
    granularity,
    status: found?.status ?? ('no-closed-period' as const),
    from: found ? formatDay(found.days.from) : null,
    to: found ? formatDay(found.days.to) : null,
    minimumGroupSize: found?.minimumGroupSize ?? minimumGroupSize,
    population: found?.frozen.people ?? null,
  };
}
