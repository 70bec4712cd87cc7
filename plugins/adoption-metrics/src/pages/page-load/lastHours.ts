import type {
  LoadTimes,
  PageLoadHours,
} from 'backstage-plugin-adoption-metrics-common';

/** One hour of the last days; without load times where nothing is known. */
export interface Hour {
  /** Its beginning, RFC 3339. */
  from: string;
  times?: LoadTimes;
}

const hoursShown = 7 * 24;
const oneHour = 3_600_000;

/**
 * Every hour of the last week up to now. The server leaves out hours without
 * loads, and holds more than can be looked at.
 */
export function lastHours(report: PageLoadHours): Hour[] {
  const { hours, computedAt } = report;
  const times = new Map(hours.map(hour => [Date.parse(hour.from), hour]));
  const newest = Math.max(...times.keys());
  // In some zones hours begin at the half, so the known ones set the grid.
  const passed = Math.floor((Date.parse(computedAt) - newest) / oneHour);
  const last = newest + Math.max(0, passed) * oneHour;
  return Array.from({ length: hoursShown }, (_, index) => {
    const from = last - (hoursShown - 1 - index) * oneHour;
    return { from: new Date(from).toISOString(), times: times.get(from) };
  });
}
