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

/** `from` and `to` as parsed by the contract. */
interface GivenRange {
  from?: string;
  to?: string;
}

/**
 * The days from `from` to `to`, half-open.
 *
 * @param defaults - the default of `to`, and the number of days before it where
 * `from` defaults to, so that the first period is complete
 * @throws InputError if `from` and `to` contradict each other
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
 * The instants from `from` to `to`, half-open, in ms UTC. A day stands for its
 * start in the reporting zone.
 *
 * @param defaults - the default of `to`, and the number of days before it where
 * `from` defaults to
 * @throws InputError if `from` and `to` contradict each other
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
 * Rejects a range that would return too many rows.
 *
 * @param size - length of the range in `unit`s such as "days", and the number
 * of rows and series in it
 * @param most - the maximum number of rows
 * @throws InputError that says how long the range can be
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
