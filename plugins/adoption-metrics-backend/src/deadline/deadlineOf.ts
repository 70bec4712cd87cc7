import { InputError } from '@backstage/errors';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { addPeriod, Day, formatDay, Interval, parseDay, union } from '../time';
import { Deadline, DeadlineSource } from './Deadline';

/** By default, a deadline is half a year ahead. */
export const DEFAULT_LENGTH = 'P6M';

/** Whole numbers of them, so that every period ends with a day. */
const LENGTHS = 'periods such as P6M, P26W, and P180D, up to ten years';

/** Ten years; a longer deadline is a slip. */
const MOST_DAYS = 3_653;

/** Reaching the goal once may be noise. */
export const DEFAULT_HOLD = 2;

/** A deadline as written in the configuration and in the API. */
interface DeadlineSettings {
  start: string;
  length?: string;
  date?: string;
  goal: number;
  hold: number;
  /** Half-open: `to` is the first day after them. */
  holidays?: Array<{ from: string; to: string }>;
  /** Entity refs in full and in lower case. */
  recipients?: string[];
}

type NameOf = (key: string) => string;

/**
 * Parses a deadline.
 *
 * @param nameOf - how to name a setting in errors, such as `field 'start'`
 * @throws InputError with the setting, what is wrong, and what is accepted
 */
export function deadlineOf(
  settings: DeadlineSettings,
  { source, nameOf }: { source: DeadlineSource; nameOf: NameOf },
): Deadline {
  const { goal, hold, length, date } = settings;
  if (length !== undefined && date !== undefined) {
    throw new InputError(
      `${nameOf('length')} and ${nameOf(
        'date',
      )} are both set; expected one of them`,
    );
  }
  const start = readDay(settings.start, nameOf('start'));
  const end =
    date === undefined
      ? endOf(start, length ?? DEFAULT_LENGTH, nameOf('length'))
      : readDay(date, nameOf('date'));
  if (end <= start || end > start + MOST_DAYS) {
    throw date === undefined
      ? refuse(nameOf('length'), length, LENGTHS)
      : refuse(nameOf('date'), date, 'days after the start, up to ten years');
  }
  const holidays = holidaysOf(settings.holidays ?? [], nameOf);
  const { recipients } = settings;
  return { source, start, date: end, goal, hold, holidays, recipients };
}

/** The deadline of an imported history. */
export function importedDeadline(
  { goal, length }: { goal: number; length: string },
  start: Day,
): Deadline {
  return deadlineOf(
    { start: formatDay(start), goal, length, hold: DEFAULT_HOLD },
    { source: 'history', nameOf: key => `'${key}' of the imported deadline` },
  );
}

function holidaysOf(
  given: Array<{ from: string; to: string }>,
  nameOf: NameOf,
): Interval[] {
  const holidays = given.map((each, index) => {
    const name = (key: string) => nameOf(`holidays[${index}].${key}`);
    const from = readDay(each.from, name('from'));
    const to = readDay(each.to, name('to'));
    if (to <= from) {
      throw refuse(name('to'), each.to, 'the first day after the holidays');
    }
    return { from, to };
  });
  return union(holidays);
}

function readDay(text: string, name: string): Day {
  const day = parseDay(text);
  if (day === undefined) {
    throw refuse(name, text, 'days such as 2026-11-02');
  }
  return day;
}

function endOf(start: Day, length: string, name: string): Day {
  const end = /[.,]/.test(length) ? undefined : addPeriod(start, length);
  if (end === undefined) {
    throw refuse(name, length, LENGTHS);
  }
  return end;
}

function refuse(name: string, given: unknown, accepted: string): InputError {
  return new InputError(refusalOf(name, given, accepted));
}
