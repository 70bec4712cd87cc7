import { InputError } from '@backstage/errors';
import {
  MOST_PORTAL_FAULTS,
  MOST_PORTAL_PEOPLE,
} from 'backstage-plugin-adoption-metrics-common';
import {
  acceptedBy,
  PortalDaySchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import { breathe } from '../../database';
import { dayOfCell, parseTable, readHeader } from '../../http';
import { Day, formatDay, Interval, parseDay, ReportingZone } from '../../time';
import { BatchFault, ReadBatch, ReportedDay } from './PortalDays';

/** Which days a portal may report. */
export interface OpenDays {
  zone: ReportingZone;
  /** Those that are kept, up to today. */
  days: Interval;
}

const columns = ['day', 'person', 'score', 'answers'] as const;

type Column = (typeof columns)[number];

type Fault = Omit<BatchFault, 'at'>;

const noDay: Fault = {
  code: 'day-invalid',
  message:
    'has no day; expected days such as 2026-03-31 and instants in UTC such as 2026-03-31T12:00:00Z',
};

const NameSchema = PortalDaySchema.shape.people.element;

/** A day whose people are not judged yet. */
const UnjudgedDaySchema = PortalDaySchema.extend({
  people: z.array(z.unknown()),
});

/** Gathers what a batch reports, in order of days. */
class BatchReader {
  readonly #days = new Map<Day, ReportedDay>();
  readonly #faults: BatchFault[] = [];
  #rejected = 0;
  #people = 0;

  /** The day with what is known of it so far; it is reported from now on. */
  day(day: Day): ReportedDay {
    const known = this.#days.get(day) ?? { day, people: [] };
    this.#days.set(day, known);
    return known;
  }

  /** @throws InputError if the batch has too many people */
  add(day: Day, { at, name }: { at: string; name: unknown }): void {
    this.#people++;
    if (this.#people > MOST_PORTAL_PEOPLE) {
      const most = MOST_PORTAL_PEOPLE.toLocaleString('en-US');
      throw new InputError(
        `the batch has too many people; expected up to ${most} in total; split the batch`,
      );
    }
    const read = NameSchema.safeParse(name);
    if (read.success && read.data.trim() !== '') {
      this.day(day).people.push({ at, name: read.data.trim() });
    } else {
      this.fault(at, {
        code: 'person-invalid',
        message: 'is not a name; expected texts of 1 to 800 characters',
      });
    }
  }

  // A table may have millions of them; nobody is told of more than a few.
  fault(at: string, { code, message }: Fault): void {
    this.#rejected++;
    if (this.#faults.length < MOST_PORTAL_FAULTS) {
      this.#faults.push({ at, code, message });
    }
  }

  finish(): ReadBatch {
    const days = [...this.#days.values()].sort((a, b) => a.day - b.day);
    return { days, faults: this.#faults, rejected: this.#rejected };
  }
}

/**
 * Reads the days of a batch, each judged alone.
 *
 * @throws InputError if the batch has too many people
 */
export async function readDays(
  given: unknown[],
  open: OpenDays,
): Promise<ReadBatch> {
  const batch = new BatchReader();
  for (const [index, each] of given.entries()) {
    await breathe();
    const at = `days.${index}`;
    const read = parseDayOf(each);
    if ('fault' in read) {
      batch.fault(at, { code: 'day-invalid', message: read.fault });
      continue;
    }
    const day = parseDay(read.day)!;
    const refusal = refusalOfDay(day, open);
    if (refusal) {
      batch.fault(`${at}.day`, refusal);
      continue;
    }
    const reported = batch.day(day);
    reported.feedback = read.feedback ?? reported.feedback;
    read.people.forEach((name, place) =>
      batch.add(day, { at: `${at}.people.${place}`, name }),
    );
  }
  return batch.finish();
}

/**
 * Reads a table: a row for each day and person. A row without a person says that
 * the day is reported.
 *
 * @throws InputError if its header is none, or the batch has too many people
 */
export async function readTable(
  text: string,
  open: OpenDays,
): Promise<ReadBatch> {
  const batch = new BatchReader();
  const rows = parseTable(text);
  const header = await rows.next();
  const places = readHeader(header.value?.cells ?? [], columns);
  for await (const { line, cells, fault } of rows) {
    const at = `line ${line}`;
    const cellOf = (column: Column) => cells[places[column] ?? -1]?.trim();
    if (fault || cells.length !== Object.keys(places).length) {
      batch.fault(at, {
        code: 'row-invalid',
        message: fault ?? 'has a different number of cells than the header',
      });
      continue;
    }
    const day = dayOfCell(cellOf('day') ?? '', open.zone);
    const refusal = day === undefined ? noDay : refusalOfDay(day, open);
    if (day === undefined || refusal) {
      batch.fault(at, refusal!);
      continue;
    }
    addRow(batch, { at, day, cellOf });
  }
  return batch.finish();
}

function addRow(
  batch: BatchReader,
  row: { at: string; day: Day; cellOf(column: Column): string | undefined },
): void {
  const { at, day, cellOf } = row;
  const [score, answers] = [cellOf('score'), cellOf('answers')];
  const reported = batch.day(day);
  if (score || answers) {
    const feedback = { score: Number(score), answers: Number(answers) };
    const { success } = PortalDaySchema.shape.feedback.safeParse(feedback);
    if (success) {
      reported.feedback = feedback;
    } else {
      batch.fault(at, {
        code: 'feedback-invalid',
        message:
          'has no feedback; expected a score from 1 to 5 and a number of answers',
      });
    }
  }
  const name = cellOf('person');
  if (name) {
    batch.add(day, { at, name });
  }
}

// What is wrong may be a name, wherever it stands: no message repeats it.
function parseDayOf(
  given: unknown,
): z.output<typeof UnjudgedDaySchema> | { fault: string } {
  const result = UnjudgedDaySchema.safeParse(given);
  if (result.success) {
    return result.data;
  }
  const [{ path }] = result.error.issues;
  const field = String(path[0]) as keyof typeof UnjudgedDaySchema.shape;
  const known = UnjudgedDaySchema.shape[field] as z.ZodType | undefined;
  return {
    fault: known
      ? `has an invalid field '${field}'; expected ${acceptedBy(known)}`
      : `is not a day; expected ${acceptedBy(PortalDaySchema)}`,
  };
}

function refusalOfDay(day: Day, { days }: OpenDays): Fault | undefined {
  const is = `is ${formatDay(day)}`;
  if (day >= days.to) {
    const last = formatDay(days.to - 1);
    return {
      code: 'day-future',
      message: `${is}, which is in the future; expected days up to ${last}`,
    };
  }
  const first = formatDay(days.from);
  return day < days.from
    ? {
        code: 'day-too-early',
        message: `${is}; expected days from ${first} on, for which activity is kept and the portal was in use`,
      }
    : undefined;
}
