import { BreakdownGranularity } from 'backstage-plugin-adoption-metrics-common';
import { formatDay, formatInstant } from '../time';
import { PublishedPeriod } from './PublishedPeriodReader';
import { ReportSources } from './report';

/** Of which closed period an answer speaks, and whether there is one. */
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
