import { InputError } from '@backstage/errors';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import {
  DAY_MS,
  Day,
  Interval,
  parseDay,
  PeriodUnit,
  ReportingZone,
  startOfPeriod,
} from '../time';

const MOST_DAYS = 3_660;

/** `from` and `to` as a row has read them. */
interface GivenRange {
  from?: string;
  to?: string;
}

/**
 * The half-open days of `from` and `to`.
 *
 * @param defaults - the day after the last, and how many days `from` lies
 * before `to`, so that the first period is whole
 * @throws InputError if they contradict each other.
 */
export function daysOf(
  given: GivenRange,
  defaults: { to: Day; length: number; granularity?: 'day' | PeriodUnit },
): Interval {
  const { length, granularity = 'day' } = defaults;
  const to = given.to === undefined ? defaults.to : parseDay(given.to)!;
  const from =
    given.from === undefined
      ? startOf(to - length, granularity)
      : parseDay(given.from)!;
  assertRange(given, { from, to, most: MOST_DAYS });
  return { from, to };
}

function startOf(day: Day, granularity: 'day' | PeriodUnit): Day {
  return granularity === 'day' ? day : startOfPeriod(day, granularity);
}

/**
 * The half-open moments of `from` and `to`, in ms UTC. A day stands for its
 * beginning in the reporting zone.
 *
 * @param defaults - the end, and how many days `from` lies before it
 * @throws InputError if they contradict each other.
 */
export function momentsOf(
  given: GivenRange,
  defaults: { to: number; days: number; zone: ReportingZone },
): Interval {
  const { zone } = defaults;
  const to = given.to === undefined ? defaults.to : momentOf(given.to, zone);
  const from =
    given.from === undefined
      ? to - defaults.days * DAY_MS
      : momentOf(given.from, zone);
  assertRange(given, { from, to, most: MOST_DAYS * DAY_MS });
  return { from, to };
}

function momentOf(text: string, zone: ReportingZone): number {
  const day = parseDay(text);
  return day === undefined ? Date.parse(text) : zone.startOf(day);
}

/**
 * Refuses a range of which too much would have to be read.
 *
 * @param size - of what is asked for: its length in `unit`s such as "days", and
 * how many rows of how many series these are
 * @param most - rows that are accepted
 * @throws InputError that says how long a range may be
 */
export function assertSize(
  size: { length: number; unit: string; rows: number; series: string },
  most: number,
): void {
  const { length, unit, rows, series } = size;
  if (rows > most) {
    const accepted = Math.max(1, Math.floor((length * most) / rows));
    const [each, all, limit] = [rows / length, rows, most].map(writeCount);
    throw new InputError(
      `'from' and 'to' are ${length} ${unit} apart, with about ${each} ${series} each, ${all} in all; expected up to ${limit}, here about ${accepted} ${unit}`,
    );
  }
}

function writeCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function assertRange(
  given: GivenRange,
  { from, to, most }: { from: number; to: number; most: number },
): void {
  const name = given.from === undefined ? 'to' : 'from';
  const refuse = (accepted: string) => {
    throw new InputError(refusalOf(`'${name}'`, given[name], accepted));
  };
  if (from >= to) {
    refuse("ranges whose 'from' lies before 'to', which is exclusive");
  }
  if (to - from > most) {
    refuse(`ranges of up to ${MOST_DAYS} days from 'from' to 'to'`);
  }
}
