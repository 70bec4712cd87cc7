import type {
  LoadTimes,
  PageLoadHours,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays, startOfDay } from '../../ui/format';

/** One hour of the last days; without load times where nothing is known. */
interface Hour {
  /** Its beginning, RFC 3339. */
  from: string;
  times?: LoadTimes;
}

const hoursShown = 7 * 24;
const oneHour = 3_600_000;

/**
 * Every hour of a day, or of a week up to the newest one. The server leaves out
 * hours with few loads, and holds more than can be looked at.
 */
export function hoursOf(report: PageLoadHours, day?: string): Hour[] {
  const { hours, timeZone } = report;
  const times = new Map(hours.map(hour => [Date.parse(hour.from), hour]));
  // In some zones hours begin at the half, so the known ones set the grid.
  const last = Math.max(...times.keys());
  const [first, end] = day
    ? [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)]
    : [last - (hoursShown - 1) * oneHour, last + oneHour];
  const length = Math.round((end - first) / oneHour);
  return Array.from({ length }, (_, index) => {
    const from = first + index * oneHour;
    return { from: new Date(from).toISOString(), times: times.get(from) };
  });
}
