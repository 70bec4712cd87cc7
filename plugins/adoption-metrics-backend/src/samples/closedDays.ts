import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Measurement } from './Sample';
import { Day, formatInstant, ReportingZone } from '../time';

/** Finds the measurement of a dimension. */
export function measurementOf(
  measurements: Measurement[],
  dimension: string,
  member: string = '',
): Measurement | undefined {
  return measurements.find(
    m => m.dimension === dimension && m.member === member,
  );
}

/** Describes a window of closed days for the API. */
export function describeWindow(
  zone: ReportingZone,
  window: { lastDay: Day | undefined; days: number; observedDays: number },
): Metric['window'] {
  const { lastDay, days, observedDays } = window;
  if (lastDay === undefined) {
    return null;
  }
  return {
    days,
    observedDays,
    from: formatInstant(zone.startOf(lastDay - days + 1)),
    to: formatInstant(zone.startOf(lastDay + 1)),
  };
}
