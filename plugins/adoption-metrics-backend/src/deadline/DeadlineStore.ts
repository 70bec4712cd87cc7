import { Knex } from 'knex';
import { isConflict } from '../database';
import { Deadline, DeadlineSource, StoredDeadline } from './Deadline';
import {
  Act,
  DeadlineChange,
  deadlineLog,
  DeadlineRecord,
} from './deadlineLog';

const TABLE = 'deadlines';

interface DeadlineRow {
  id: number;
  source: DeadlineSource;
  start_day: number;
  deadline_day: number;
  goal: number;
  hold: number;
  holidays: string | null;
  set_at: number | string;
  set_by: string | null;
  ended_at: number | string | null;
  ended_by: string | null;
  is_current: boolean | number | null;
}

/** Stores the deadline and earlier ones. At most one is the current one. */
export class DeadlineStore {
  constructor(private readonly knex: Knex) {}

  async current(): Promise<StoredDeadline | undefined> {
    return this.#find({ is_current: true });
  }

  /** The one that was the current one at an instant, in ms UTC. */
  async currentAt(instant: number): Promise<StoredDeadline | undefined> {
    const row = await this.knex<DeadlineRow>(TABLE)
      .where('set_at', '<', instant)
      .where(lasting =>
        lasting.whereNull('ended_at').orWhere('ended_at', '>=', instant),
      )
      .orderBy('id', 'desc')
      .first();
    return row && storedOf(row);
  }

  /** The current deadline or an earlier one. */
  async byId(id: number): Promise<StoredDeadline | undefined> {
    return this.#find({ id });
  }

  /**
   * Replaces the current deadline, or ends it.
   *
   * @param expected - id of the current one, or undefined if there is none
   * @returns false if another replica or person was faster
   */
  async replace(
    expected: number | undefined,
    deadline: Deadline | undefined,
    act: Act,
  ): Promise<boolean> {
    try {
      return await this.knex.transaction(async tx => {
        const isExpected =
          expected === undefined || (await endCurrent(tx, expected, act));
        if (isExpected && deadline) {
          await tx(TABLE).insert(rowOf(deadline, act));
        }
        return isExpected;
      });
    } catch (error) {
      // The unique key admits only one of two that are set at the same time.
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  /** Every change, newest first. */
  async log(): Promise<DeadlineChange[]> {
    const rows = await this.knex<DeadlineRow>(TABLE).orderBy('id');
    return deadlineLog(rows.map(recordOf));
  }

  /** Removes the name of a person from everything they changed. */
  async forgetAuthor(entityRef: string): Promise<void> {
    for (const column of ['set_by', 'ended_by']) {
      await this.knex(TABLE)
        .where(column, entityRef)
        .update({ [column]: null });
    }
  }

  async #find(
    which: { id: number } | { is_current: boolean },
  ): Promise<StoredDeadline | undefined> {
    const row = await this.knex<DeadlineRow>(TABLE).where(which).first();
    return row && storedOf(row);
  }
}

/** @returns whether it was the current one */
async function endCurrent(
  tx: Knex.Transaction,
  id: number,
  { at, by }: Act,
): Promise<boolean> {
  const ended = await tx(TABLE)
    .where({ id, is_current: true })
    .update({ is_current: null, ended_at: at, ended_by: by ?? null });
  return ended > 0;
}

function recordOf(row: DeadlineRow): DeadlineRecord {
  const { set_at, set_by, ended_at, ended_by } = row;
  return {
    deadline: deadlineOf(row),
    set: { at: Number(set_at), by: set_by ?? undefined },
    ...(ended_at !== null && {
      ended: { at: Number(ended_at), by: ended_by ?? undefined },
    }),
  };
}

function rowOf(deadline: Deadline, { at, by }: Act) {
  return {
    source: deadline.source,
    start_day: deadline.start,
    deadline_day: deadline.date,
    goal: deadline.goal,
    hold: deadline.hold,
    holidays: deadline.holidays?.length
      ? JSON.stringify(deadline.holidays)
      : null,
    set_at: at,
    set_by: by ?? null,
    is_current: true,
  };
}

function storedOf(row: DeadlineRow): StoredDeadline {
  return { id: row.id, setAt: Number(row.set_at), ...deadlineOf(row) };
}

function deadlineOf(row: DeadlineRow): Deadline {
  return {
    source: row.source,
    start: row.start_day,
    date: row.deadline_day,
    goal: row.goal,
    hold: row.hold,
    ...(row.holidays && { holidays: JSON.parse(row.holidays) }),
  };
}
