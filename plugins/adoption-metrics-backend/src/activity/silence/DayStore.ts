import { Knex } from 'knex';
import {
  chunked,
  during,
  replaceRows,
  returnedRows,
  toOptionalNumber,
} from '../../database';
import { Day, Interval } from '../../time';
import { DayEvidence, SilenceReason } from './judgeSilence';

const TABLE = 'activity_days';

/**
 * Tables of people on open days, reduced to a count when the day is closed: who
 * opened our card or page, and whose batches failed.
 */
export type OpenDayTable = 'day_readers' | 'day_failures';

/** Whether a closed day was observed, or why it was not. */
export type DayJudgment = SilenceReason | 'observed';

/** A closed day with its evidence and judgment. */
export interface ClosedDay extends Omit<DayEvidence, 'isHoliday'> {
  /** Undefined until it is judged for the first time. */
  judgment: DayJudgment | undefined;
}

type DayRow = {
  day: number;
  reporters: number;
  readers: number;
  reporting_readers: number;
  failed_reporters: number;
  is_running: boolean | number;
  judgment: DayJudgment | null;
};

/** A day, and its interval in ms UTC, by which batches are stored. */
interface DayInTime {
  day: Day;
  instants: Interval;
}

/** The number of people, and how many of them also reported. */
interface PeopleOfDay {
  all: number;
  reporting: number;
}

/** Stores evidence for closed days on whether people could be counted. */
export class DayStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Counts people on a day, and then deletes who they were. Repeating it adds
   * what arrived late.
   */
  async close(at: DayInTime, isRunning: boolean): Promise<void> {
    const { day } = at;
    await this.knex.transaction(async tx => {
      const before = await tx<DayRow>(TABLE).where({ day }).first();
      const reporters = await countReporters(tx, at);
      const readers = await takePeople(tx, 'day_readers', at);
      const failures = await takePeople(tx, 'day_failures', at);
      const refused = reporters === 0 ? await countBatches(tx, at, false) : 0;
      const failed = failures.all - failures.reporting;
      const row: DayRow = {
        day,
        // Activity may have been deleted since it was counted.
        reporters: Math.max(before?.reporters ?? 0, reporters),
        readers: (before?.readers ?? 0) + readers.all,
        reporting_readers: (before?.reporting_readers ?? 0) + readers.reporting,
        failed_reporters: Math.max(
          (before?.failed_reporters ?? 0) + failed,
          refused,
        ),
        is_running: isRunning,
        judgment: before?.judgment ?? null,
      };
      await replaceRows(tx, { table: TABLE, key: ['day'] }, [row]);
    });
  }

  /** Closed days in a range, oldest first. */
  async during(days: Interval): Promise<ClosedDay[]> {
    const rows: DayRow[] = await during(this.knex(TABLE), days).orderBy('day');
    return rows.map(fromRow);
  }

  async lastClosed(): Promise<Day | undefined> {
    const row = await this.knex(TABLE).max({ day: 'day' }).first();
    return toOptionalNumber(row?.day);
  }

  /** The last closed day with reports. */
  async lastReported(): Promise<Day | undefined> {
    const row = await this.knex(TABLE)
      .where('reporters', '>', 0)
      .max({ day: 'day' })
      .first();
    return toOptionalNumber(row?.day);
  }

  async setJudgments(
    judged: Array<{ day: Day; judgment: DayJudgment }>,
    tx: Knex,
  ): Promise<void> {
    const groups = Map.groupBy(judged, ({ judgment }) => judgment);
    for (const [judgment, days] of groups) {
      for (const chunk of chunked(days.map(({ day }) => day))) {
        await tx<DayRow>(TABLE).whereIn('day', chunk).update({ judgment });
      }
    }
  }
}

// People who only looked at a start page report without being active, which
// matters on days without activity. Counters of actions remain after people are
// forgotten.
async function countReporters(tx: Knex, at: DayInTime): Promise<number> {
  const { day } = at;
  const active = await tx('person_days')
    .where({ day })
    .count({ people: '*' })
    .first();
  if (Number(active?.people) > 0) {
    return Number(active?.people);
  }
  const action = await tx('action_counts').where({ day }).first('day');
  return action ? 1 : countBatches(tx, at, true);
}

/** People with accepted batches, and people with failed ones only. */
async function countBatches(
  tx: Knex,
  { instants }: DayInTime,
  isAccepted: boolean,
): Promise<number> {
  const row = await batchesIn(tx, instants, isAccepted)
    .countDistinct({ people: 'person_id' })
    .first();
  return Number(row?.people);
}

function batchesIn(
  tx: Knex,
  { from, to }: Interval,
  isAccepted: boolean,
): Knex.QueryBuilder {
  return tx('ingest_batches')
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .where('accepted', isAccepted ? '>' : '=', 0);
}

/**
 * Deletes the people recorded for a day, and counts those who have not opted
 * out.
 */
async function takePeople(
  tx: Knex,
  table: OpenDayTable,
  at: DayInTime,
): Promise<PeopleOfDay> {
  // If two replicas delete the same rows, only one of them gets them.
  const taken = returnedRows<{ person_id: number }>(
    await tx.raw('delete from ?? where day = ? returning person_id', [
      table,
      at.day,
    ]),
  );
  const counts: PeopleOfDay = { all: 0, reporting: 0 };
  for (const ids of chunked(taken.map(({ person_id }) => person_id))) {
    counts.all += await countCounted(tx, ids);
    counts.reporting += await countCounted(tx, await reporting(tx, ids, at));
  }
  return counts;
}

async function countCounted(tx: Knex, ids: number[]): Promise<number> {
  const row = await tx('people')
    .whereIn('id', ids)
    .where({ opted_out: false })
    .count({ people: '*' })
    .first();
  return Number(row?.people);
}

/** Those people whose browsers reported on a day. */
async function reporting(
  tx: Knex,
  ids: number[],
  { day, instants }: DayInTime,
): Promise<number[]> {
  const [active, received] = await Promise.all([
    tx('person_days')
      .where({ day })
      .whereIn('person_id', ids)
      .pluck('person_id'),
    batchesIn(tx, instants, true)
      .whereIn('person_id', ids)
      .distinct('person_id')
      .pluck('person_id'),
  ]);
  return [...new Set<number>([...active, ...received])];
}

function fromRow(row: DayRow): ClosedDay {
  return {
    day: row.day,
    reporters: row.reporters,
    readers: row.readers,
    reportingReaders: row.reporting_readers,
    failedReporters: row.failed_reporters,
    isRunning: Boolean(row.is_running),
    judgment: row.judgment ?? undefined,
  };
}
