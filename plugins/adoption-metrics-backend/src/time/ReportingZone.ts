import { InputError } from '@backstage/errors';
import { WordingValue } from 'backstage-plugin-adoption-metrics-common';
import { DateTime, IANAZone } from 'luxon';
import { Interval } from './interval';
import { DAY_MS, HOUR_MS } from './units';

/**
 * A calendar day of the reporting zone, as the number of days since 1970-01-01.
 * Consecutive days are consecutive integers, regardless of clock changes.
 */
export type Day = number;

/** The time zone that determines which day an instant belongs to. */
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

  /** The day of an instant in ms UTC. */
  dayOf(instant: number): Day {
    if (instant < this.#cached.from || instant >= this.#cached.to) {
      const day = this.#computeDayOf(instant);
      this.#cached = { day, ...this.intervalOf(day) };
    }
    return this.#cached.day;
  }

  /** The start of a day, which is not always midnight. */
  startOf(day: Day): number {
    const { year, month, day: dayOfMonth } = utcDate(day);
    const midnight = DateTime.fromObject(
      { year, month, day: dayOfMonth },
      { zone: this.name },
    ).startOf('day');
    // Where clocks go back to midnight, it occurs twice. Take the first one.
    return midnight.getPossibleOffsets()[0].toMillis();
  }

  /** The start and end of a day, in ms UTC. */
  intervalOf(day: Day): Interval {
    return { from: this.startOf(day), to: this.startOf(day + 1) };
  }

  /**
   * The instant at which clocks show a full hour, in ms UTC. If it occurs
   * twice, the first one; if it is skipped, the next one that exists.
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
   * The hour that contains an instant, in ms UTC. Hours are counted from the
   * start of the day, so they match the clock, even in zones that are half an
   * hour off UTC. They only start at half past after a clock change of half an
   * hour. The last hour ends with the day.
   */
  hourOf(instant: number): Interval {
    this.dayOf(instant);
    const { from: midnight, to } = this.#cached;
    const from = instant - ((instant - midnight) % HOUR_MS);
    return { from, to: Math.min(from + HOUR_MS, to) };
  }

  /** A moment within a sentence, an instant in ms UTC. */
  sayInstant(instant: number): WordingValue {
    const value = new Date(instant).toISOString();
    return { type: 'instant', value, timeZone: this.name };
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

/** Formats a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  // About ten times faster than Luxon, for responses with hundreds of days.
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A day within a sentence. */
export function sayDay(day: Day): WordingValue {
  return { type: 'day', value: formatDay(day) };
}

/** Writes a day for people to read, such as `27 Jan 2027`. */
export function writeDay(day: Day): string {
  return utcDate(day).setLocale('en').toFormat('d LLL yyyy');
}

/** Earlier ones are slips, and `Date.UTC` takes the year 26 for 1926. */
const FIRST_YEAR = 1_000;

/** Parses `YYYY-MM-DD`; undefined if it is not a calendar day. */
export function parseDay(text: string): Day | undefined {
  const date = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: 'utc' });
  return date.isValid && date.year >= FIRST_YEAR
    ? dayFromDate(date.year, date.month, date.day)
    : undefined;
}

/** Four-week periods are fixed, counted from Monday 1969-12-29. */
export type PeriodUnit = 'week' | 'four-weeks' | 'month';

const FIRST_MONDAY = -3;
const DAYS_OF_FOUR_WEEKS = 28;

/**
 * The first day of the ISO week, four-week period, or calendar month of a day.
 */
export function startOfPeriod(day: Day, unit: PeriodUnit): Day {
  if (unit === 'four-weeks') {
    const index = Math.floor((day - FIRST_MONDAY) / DAYS_OF_FOUR_WEEKS);
    return FIRST_MONDAY + index * DAYS_OF_FOUR_WEEKS;
  }
  const start = utcDate(day).startOf(unit);
  return dayFromDate(start.year, start.month, start.day);
}

/**
 * The first day after the ISO week, four-week period, or calendar month of a
 * day.
 */
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
