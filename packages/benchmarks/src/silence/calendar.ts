import { weekdayOf } from '../pluginInternals';
import { PortalClass } from './classes';

const DAYS_A_YEAR = 365;

/** One holiday of so many is two days long. */
const LONG_HOLIDAYS = 4;

/** Days that lie at least between a shutdown and a holiday, or they would be one. */
const APART = 7;

/** What the days of a portal are, by their position in the simulation. */
export interface Calendar {
  /** A day of the working week, holiday or not. */
  isWorkday: boolean[];
  /** Nobody is there, whatever is configured. */
  isClosed: boolean[];
  /** The configuration says that nobody is there. */
  isHoliday: boolean[];
}

/** Working days, holidays, and in each year a shutdown, of consecutive days. */
export function simulateCalendar(
  portal: PortalClass,
  days: { first: number; count: number },
  random: () => number,
): Calendar {
  const works = Array.from({ length: days.count }, (_, index) =>
    isWorkday(portal, days.first + index),
  );
  const calendar: Calendar = {
    isWorkday: works,
    isClosed: works.map(() => false),
    isHoliday: works.map(() => false),
  };
  const { knownShutdown, unknownShutdown, knownHolidays } = portal;
  const shutdown = knownShutdown ?? unknownShutdown;
  if (shutdown) {
    // The last year is the one that counts.
    close(calendar, {
      from: days.count - 1 - Math.floor(random() * DAYS_A_YEAR),
      workdays: shutdown,
      isKnown: knownShutdown !== undefined,
    });
  }
  const holidays = knownHolidays ?? portal.unknownHolidays ?? 0;
  for (const [index, from] of spread(holidays, days.count, random).entries()) {
    if (
      !calendar.isClosed
        .slice(Math.max(0, from - APART), from + APART)
        .includes(true)
    ) {
      close(calendar, {
        from,
        workdays: index % LONG_HOLIDAYS === 0 ? 2 : 1,
        isKnown: knownHolidays !== undefined,
      });
    }
  }
  return calendar;
}

/** So many days a year, about as far from one another as holidays are. */
function spread(
  perYear: number,
  count: number,
  random: () => number,
): number[] {
  const total = Math.round((perYear * count) / DAYS_A_YEAR);
  return Array.from({ length: total }, (_, index) =>
    Math.floor(((index + random()) * count) / total),
  );
}

function isWorkday({ week }: PortalClass, day: number): boolean {
  return (weekdayOf(day) - week.first + 7) % 7 < week.days;
}

/** Closes so many working days from a day on, and the days between them. */
function close(
  { isWorkday: works, isClosed, isHoliday }: Calendar,
  closure: { from: number; workdays: number; isKnown: boolean },
): void {
  let left = closure.workdays;
  const from = works.indexOf(true, closure.from);
  for (
    let index = from;
    from >= 0 && index < works.length && left > 0;
    index++
  ) {
    isClosed[index] = true;
    isHoliday[index] ||= closure.isKnown;
    left -= works[index] ? 1 : 0;
  }
}
