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
 * Every hour of a week up to the newest one. The server leaves out hours with
 * few loads, and holds more than can be looked at.
 */
export function lastHours(report: PageLoadHours): Hour[] {
  const { hours } = report;
  const times = new Map(hours.map(hour => [Date.parse(hour.from), hour]));
  // In some zones hours begin at the half, so the known ones set the grid.
  const last = Math.max(...times.keys());
  return Array.from({ length: hoursShown }, (_, index) => {
    const from = last - (hoursShown - 1 - index) * oneHour;
    return { from: new Date(from).toISOString(), times: times.get(from) };
  });
}
