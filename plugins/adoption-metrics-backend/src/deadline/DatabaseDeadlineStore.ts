import { Knex } from 'knex';
import { isConflict } from '../database';
import { Deadline, DeadlineSource, StoredDeadline } from './Deadline';
import { Act, DeadlineChange, DeadlineStore } from './DeadlineStore';

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

/** Keeps deadlines in the plugin's database. */
export class DatabaseDeadlineStore implements DeadlineStore {
  constructor(private readonly knex: Knex) {}

  async current(): Promise<StoredDeadline | undefined> {
    return this.#find({ is_current: true });
  }

  async byId(id: number): Promise<StoredDeadline | undefined> {
    return this.#find({ id });
  }

  async replace(
    expected: number | undefined,
    deadline: Deadline | undefined,
    { at, by }: Act,
  ): Promise<boolean> {
    try {
      return await this.knex.transaction(async tx => {
        if (expected !== undefined) {
          const ended = await tx(TABLE)
            .where({ id: expected, is_current: true })
            .update({ is_current: null, ended_at: at, ended_by: by ?? null });
          if (ended === 0) {
            return false;
          }
        }
        if (deadline) {
          await tx(TABLE).insert(rowOf(deadline, { at, by }));
        }
        return true;
      });
    } catch (error) {
      // The unique key lets only one of two that start at the same time in.
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  async log(): Promise<DeadlineChange[]> {
    const rows = await this.knex<DeadlineRow>(TABLE).orderBy('id');
    return rows
      .flatMap((row, index) =>
        changesOf(row, { before: rows[index - 1], after: rows[index + 1] }),
      )
      .reverse();
  }

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
    return row && { id: row.id, setAt: Number(row.set_at), ...deadlineOf(row) };
  }
}

/** What a deadline says of itself in the log, the oldest first. */
function changesOf(
  row: DeadlineRow,
  { before, after }: { before?: DeadlineRow; after?: DeadlineRow },
): DeadlineChange[] {
  const by = row.set_by ?? undefined;
  const set = { at: Number(row.set_at), by, after: deadlineOf(row) };
  const begun: DeadlineChange = follows(before, row)
    ? { ...set, act: 'changed', before: deadlineOf(before!) }
    : { ...set, act: 'set' };
  if (row.ended_at === null || follows(row, after)) {
    return [begun];
  }
  const ended: DeadlineChange = {
    act: 'ended',
    at: Number(row.ended_at),
    by: row.ended_by ?? undefined,
    before: deadlineOf(row),
  };
  return [begun, ended];
}

/** Whether one took the place of the other in one act. */
function follows(
  before: DeadlineRow | undefined,
  after: DeadlineRow | undefined,
): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.ended_at !== null &&
    Number(before.ended_at) === Number(after.set_at)
  );
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
