import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';
import { Interval } from './interval';
import { DAY_MS, HOUR_MS } from './units';

/**
 * A calendar day of the reporting zone, as the number of days from 1970-01-01
 * to it. Consecutive days are consecutive integers, whatever their length.
 */
export type Day = number;

/**
 * The time zone whose calendar decides to which day a moment belongs.
 */
export class ReportingZone {
  #cached = { day: 0, from: 0, to: 0 };

  private constructor(readonly name: string) {}

  /** @throws InputError if the name is not in the IANA time zone database. */
  static create(name: string): ReportingZone {
    if (!IANAZone.isValidZone(name)) {
      throw new InputError(
        `unknown time zone '${name}', use an IANA name such as 'Europe/Berlin'`,
      );
    }
    return new ReportingZone(name);
  }

  /** The day to which an instant in ms UTC belongs. */
  dayOf(instant: number): Day {
    if (instant < this.#cached.from || instant >= this.#cached.to) {
      const day = this.#computeDayOf(instant);
      this.#cached = { day, ...this.intervalOf(day) };
    }
    return this.#cached.day;
  }

  /** The first instant of a day; not midnight where a zone skips midnight. */
  startOf(day: Day): number {
    const { year, month, day: dayOfMonth } = utcDate(day);
    const midnight = DateTime.fromObject(
      { year, month, day: dayOfMonth },
      { zone: this.name },
    ).startOf('day');
    // Where clocks go back to midnight there are two of them, and the present
    // offset of the zone would decide which one is taken.
    return midnight.getPossibleOffsets()[0].toMillis();
  }

  /** The instants of a day, in ms UTC. */
  intervalOf(day: Day): Interval {
    return { from: this.startOf(day), to: this.startOf(day + 1) };
  }

  /**
   * The instant at which clocks show a full hour, in ms UTC; the first one where
   * they do twice, and the next one that exists where they do not.
   */
  instantAt(day: Day, hour: number): number {
    const { year, month, day: dayOfMonth } = utcDate(day);
    const shown = DateTime.fromObject(
      { year, month, day: dayOfMonth, hour },
      { zone: this.name },
    );
    return shown.getPossibleOffsets()[0].toMillis();
  }

  /**
   * The hour in which an instant lies, in ms UTC. Hours are counted from the
   * start of the day: they are those of the clock, also in zones half an hour
   * off UTC, and never overlap. Only after a clock change by half an hour, on
   * that day, do they begin at half past. The last one ends with its day.
   */
  hourOf(instant: number): Interval {
    this.dayOf(instant);
    const { from: midnight, to } = this.#cached;
    const from = instant - ((instant - midnight) % HOUR_MS);
    return { from, to: Math.min(from + HOUR_MS, to) };
  }

  /** A moment for people to read: `27 Jan 2027, 14:05 (Europe/Berlin)`. */
  writeInstant(instant: number): string {
    const local = DateTime.fromMillis(instant, { zone: this.name });
    const written = local.setLocale('en').toFormat('d LLL yyyy, HH:mm');
    return `${written} (${this.name})`;
  }

  #computeDayOf(instant: number): Day {
    const local = DateTime.fromMillis(instant, { zone: this.name });
    return dayFromDate(local.year, local.month, local.day);
  }
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  // Answers hold hundreds of days, and luxon takes ten times as long for each.
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Writes a day for people to read, such as `27 Jan 2027`. */
export function writeDay(day: Day): string {
  return utcDate(day).setLocale('en').toFormat('d LLL yyyy');
}

/** Reads `YYYY-MM-DD`; undefined if the text is not a day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const date = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: 'utc' });
  return date.isValid
    ? dayFromDate(date.year, date.month, date.day)
    : undefined;
}

/** Four weeks are always the same ones: those from Monday 1969-12-29 and on. */
export type PeriodUnit = 'week' | 'four-weeks' | 'month';

const FIRST_MONDAY = -3;
const DAYS_OF_FOUR_WEEKS = 28;

/** The first day of the ISO week, four weeks or calendar month of a day. */
export function startOfPeriod(day: Day, unit: PeriodUnit): Day {
  if (unit === 'four-weeks') {
    const index = Math.floor((day - FIRST_MONDAY) / DAYS_OF_FOUR_WEEKS);
    return FIRST_MONDAY + index * DAYS_OF_FOUR_WEEKS;
  }
  const start = utcDate(day).startOf(unit);
  return dayFromDate(start.year, start.month, start.day);
}

/** The first day after the ISO week, four weeks or calendar month of a day. */
export function endOfPeriod(day: Day, unit: PeriodUnit): Day {
  if (unit === 'four-weeks') {
    return startOfPeriod(day, unit) + DAYS_OF_FOUR_WEEKS;
  }
  const end = utcDate(startOfPeriod(day, unit)).plus({ [unit]: 1 });
  return dayFromDate(end.year, end.month, end.day);
}

function utcDate(day: Day): DateTime {
  return DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
}

function dayFromDate(year: number, month: number, dayOfMonth: number): Day {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);
}
