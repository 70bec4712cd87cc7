import { Knex } from 'knex';
import { isConflict } from '../database';
import { Programme, ProgrammeSource, StoredProgramme } from './Programme';
import { Act, ProgrammeChange, ProgrammeStore } from './ProgrammeStore';

const TABLE = 'programmes';

interface ProgrammeRow {
  id: number;
  source: ProgrammeSource;
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

/** Keeps programmes in the plugin's database. */
export class DatabaseProgrammeStore implements ProgrammeStore {
  constructor(private readonly knex: Knex) {}

  async current(): Promise<StoredProgramme | undefined> {
    return this.#find({ is_current: true });
  }

  async byId(id: number): Promise<StoredProgramme | undefined> {
    return this.#find({ id });
  }

  async replace(
    expected: number | undefined,
    programme: Programme | undefined,
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
        if (programme) {
          await tx(TABLE).insert(rowOf(programme, { at, by }));
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

  async log(): Promise<ProgrammeChange[]> {
    const rows = await this.knex<ProgrammeRow>(TABLE).orderBy('id');
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
  ): Promise<StoredProgramme | undefined> {
    const row = await this.knex<ProgrammeRow>(TABLE).where(which).first();
    return (
      row && { id: row.id, setAt: Number(row.set_at), ...programmeOf(row) }
    );
  }
}

/** What a programme says of itself in the log, the oldest first. */
function changesOf(
  row: ProgrammeRow,
  { before, after }: { before?: ProgrammeRow; after?: ProgrammeRow },
): ProgrammeChange[] {
  const by = row.set_by ?? undefined;
  const set = { at: Number(row.set_at), by, after: programmeOf(row) };
  const begun: ProgrammeChange = follows(before, row)
    ? { ...set, act: 'changed', before: programmeOf(before!) }
    : { ...set, act: 'set' };
  if (row.ended_at === null || follows(row, after)) {
    return [begun];
  }
  const ended: ProgrammeChange = {
    act: 'ended',
    at: Number(row.ended_at),
    by: row.ended_by ?? undefined,
    before: programmeOf(row),
  };
  return [begun, ended];
}

/** Whether one took the place of the other in one act. */
function follows(
  before: ProgrammeRow | undefined,
  after: ProgrammeRow | undefined,
): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.ended_at !== null &&
    Number(before.ended_at) === Number(after.set_at)
  );
}

function rowOf(programme: Programme, { at, by }: Act) {
  return {
    source: programme.source,
    start_day: programme.start,
    deadline_day: programme.deadline,
    goal: programme.goal,
    hold: programme.hold,
    holidays: programme.holidays?.length
      ? JSON.stringify(programme.holidays)
      : null,
    set_at: at,
    set_by: by ?? null,
    is_current: true,
  };
}

function programmeOf(row: ProgrammeRow): Programme {
  return {
    source: row.source,
    start: row.start_day,
    deadline: row.deadline_day,
    goal: row.goal,
    hold: row.hold,
    ...(row.holidays && { holidays: JSON.parse(row.holidays) }),
  };
}
