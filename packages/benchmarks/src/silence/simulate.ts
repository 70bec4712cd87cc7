import { DayEvidence } from '../pluginInternals';
import { Calendar, simulateCalendar } from './calendar';
import { PortalClass } from './classes';

/** A portal whose people were simulated one by one. */
export interface SimulatedPortal {
  history: DayEvidence[];
  calendar: Calendar;
  /** For each person whose browser reports, the days on which they came. */
  visits: Uint8Array[];
}

interface Person {
  /** Of a visit on a working day on which they are not on vacation. */
  chance: number;
  /** That a visitor looks at our card or page. */
  reads: number;
  /** A blocker or an old browser never lets it report. */
  isBlocked: boolean;
  /** The position of the day on which they find the portal. */
  from: number;
  to: number;
  onVacation: Uint8Array;
}

/** Weeks of each person's vacations of a year. */
const VACATIONS = [2, 2, 1];
const PRESENT = 1 - VACATIONS.reduce((sum, weeks) => sum + weeks, 0) / 52;

/** People whose browsers never report, beside those whose do. */
const BLOCKED = 0.08;

/** People differ: the most faithful come so much more often than the mean. */
const SPREAD = 0.5;
const MOST_FAITHFUL = 0.97;

/** Somebody who does nothing deliberate reads and does not report. */
const ONLY_READS = 0.05;

/** The last day of a working week is quieter, and days differ by chance. */
const LAST_DAY = 0.8;
const DAYS_DIFFER = 0.25;

/**
 * What is known of consecutive days of a portal, and what really was.
 *
 * @param days - first day, count, and how many of them lie before the year that counts
 */
export function simulate(
  portal: PortalClass,
  days: { first: number; count: number; before: number },
  random: () => number,
): SimulatedPortal {
  const calendar = simulateCalendar(portal, days, random);
  const people = simulatePeople(portal, days, random);
  const visits = people.map(() => new Uint8Array(days.count));
  const history = calendar.isWorkday.map((works, index): DayEvidence => {
    const counted = { reporters: 0, readers: 0, reportingReaders: 0 };
    if (!calendar.isClosed[index]) {
      const activity = works
        ? activityOf(portal, calendar, index) *
          (1 + DAYS_DIFFER * (2 * random() - 1))
        : (portal.weekendVisitors ?? 0) / (portal.visitors / PRESENT);
      if (activity > 0) {
        people.forEach((person, who) => {
          if (
            index < person.from ||
            index >= person.to ||
            person.onVacation[index]
          ) {
            return;
          }
          const chance = person.chance * activity;
          const comes = random() < chance;
          const reads = comes
            ? random() < person.reads
            : random() < chance * ONLY_READS;
          const reports = comes && !person.isBlocked;
          visits[who][index] = reports ? 1 : 0;
          counted.reporters += reports ? 1 : 0;
          counted.readers += reads ? 1 : 0;
          counted.reportingReaders += reads && reports ? 1 : 0;
        });
      }
    }
    return {
      day: days.first + index,
      reporters: counted.reporters,
      readers: counted.readers,
      reportingReaders: counted.reportingReaders,
      failedReporters: 0,
      isRunning: true,
      isHoliday: calendar.isHoliday[index],
    };
  });
  return {
    history,
    calendar,
    visits: visits.filter((_, who) => !people[who].isBlocked),
  };
}

function simulatePeople(
  portal: PortalClass,
  { count, before }: { count: number; before: number },
  random: () => number,
): Person[] {
  const mean = portal.visitors / (portal.people * PRESENT);
  const spread = Math.min(SPREAD, MOST_FAITHFUL / mean - 1);
  const person = (rank: number, isBlocked: boolean): Person => ({
    chance: mean * (1 + spread * (2 * rank - 1)),
    reads: 0.4 + 0.5 * random(),
    isBlocked,
    // In a fresh portal one in five is there from the start.
    from: portal.isFresh && rank > 0.2 ? before + random() * 300 : 0,
    // Of a fading one, one in ten stays.
    to: portal.isFading && rank > 0.1 ? before + random() * 300 : count,
    onVacation: simulateVacations(count, random),
  });
  const ranks = Array.from(
    { length: portal.people },
    (_, index) => (index + 0.5) / portal.people,
  );
  const blocked = Math.ceil(portal.people * BLOCKED);
  return [
    ...ranks.map(rank => person(rank, false)),
    ...Array.from({ length: blocked }, () => person(random(), true)),
  ];
}

function simulateVacations(count: number, random: () => number): Uint8Array {
  const days = new Uint8Array(count);
  for (let year = 0; year < count; year += 364) {
    for (const weeks of VACATIONS) {
      const from = year + Math.floor(random() * 364);
      days.fill(1, from, from + weeks * 7);
    }
  }
  return days;
}

function activityOf(
  { week }: PortalClass,
  { isWorkday }: Calendar,
  index: number,
): number {
  if (week.days === 7) {
    return 1;
  }
  const isLast = isWorkday[index + 1] === false;
  return isLast ? LAST_DAY : 1 + (1 - LAST_DAY) / (week.days - 1);
}

/** The same portal while the collector is dead, with or without our routes. */
export function withDeadCollector(
  history: DayEvidence[],
  fault: { from: number; to: number; readersToo: boolean },
): DayEvidence[] {
  return history.map((each, index) =>
    index < fault.from || index >= fault.to
      ? each
      : {
          day: each.day,
          reporters: 0,
          readers: fault.readersToo ? 0 : each.readers,
          reportingReaders: 0,
          failedReporters: 0,
          isRunning: true,
          isHoliday: each.isHoliday,
        },
  );
}
