import { Knex } from 'knex';
import { isConflict } from '../database';
import { Interval, union } from '../time';
import { Deadline, DeadlineSource, StoredDeadline } from './Deadline';
import {
  Act,
  DeadlineChange,
  deadlineLog,
  DeadlineRecord,
} from './deadlineLog';

const TABLE = 'deadlines';
const RECIPIENTS = 'deadline_recipients';

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

interface RecipientsRow {
  deadline_id: number;
  version: number;
  recipients: string;
  set_at: number | string;
  set_by: string | null;
}

/** Stores the current deadline, if any, and earlier ones. */
export class DeadlineStore {
  readonly signedTables = [TABLE, RECIPIENTS];

  constructor(private readonly knex: Knex) {}

  async current(): Promise<StoredDeadline | undefined> {
    return this.#find({ is_current: true });
  }

  /** The deadline that was current at an instant in ms UTC. */
  async currentAt(instant: number): Promise<StoredDeadline | undefined> {
    const row = await this.knex<DeadlineRow>(TABLE)
      .where('set_at', '<', instant)
      .where(lasting =>
        lasting.whereNull('ended_at').orWhere('ended_at', '>=', instant),
      )
      .orderBy('id', 'desc')
      .first();
    return row && this.#stored(row);
  }

  /** A current or earlier deadline. */
  async byId(id: number): Promise<StoredDeadline | undefined> {
    return this.#find({ id });
  }

  /**
   * Replaces or ends the current deadline.
   *
   * @param expected - id of the current one; undefined if there should be none
   * @returns false if somebody else was faster
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
          await insertDeadline(tx, deadline, act);
        }
        return isExpected;
      });
    } catch (error) {
      return falseIfConflict(error);
    }
  }

  /**
   * Changes the recipients of the deadline.
   *
   * @returns false if somebody else was faster
   */
  async setRecipients(
    deadlineId: number,
    recipients: string[],
    act: Act,
  ): Promise<boolean> {
    try {
      return await this.knex.transaction(async tx => {
        const isCurrent = await tx(TABLE)
          .where({ id: deadlineId, is_current: true })
          .first('id');
        if (!isCurrent) {
          return false;
        }
        const versions = await versionsOf(tx, deadlineId);
        const version = (versions.at(-1)?.version ?? 0) + 1;
        await insertRecipients(tx, { deadlineId, version, recipients, act });
        return true;
      });
    } catch (error) {
      return falseIfConflict(error);
    }
  }

  /** Holidays of the current and earlier deadlines, in days. */
  async holidays(): Promise<Interval[]> {
    const rows: Array<Pick<DeadlineRow, 'holidays'>> = await this.knex(TABLE)
      .whereNotNull('holidays')
      .select('holidays');
    return union(rows.flatMap(row => JSON.parse(row.holidays!)));
  }

  /** All changes, newest first. */
  async log(): Promise<DeadlineChange[]> {
    const rows = await this.knex<DeadlineRow>(TABLE).orderBy('id');
    const versions = await this.knex<RecipientsRow>(RECIPIENTS).orderBy(
      'version',
    );
    return deadlineLog(
      rows.flatMap(row =>
        recordsOf(
          row,
          versions.filter(({ deadline_id }) => deadline_id === row.id),
        ),
      ),
    );
  }

  /** Removes a person's name from everything they changed. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.#forgetRecipient(entityRef);
    await this.knex(RECIPIENTS)
      .where({ set_by: entityRef })
      .update({ set_by: null });
    for (const column of ['set_by', 'ended_by']) {
      await this.knex(TABLE)
        .where(column, entityRef)
        .update({ [column]: null });
    }
  }

  async #forgetRecipient(entityRef: string): Promise<void> {
    const rows = await this.knex<RecipientsRow>(RECIPIENTS);
    for (const { deadline_id, version, recipients } of rows) {
      const named = refsOf(recipients);
      const others = named.filter(ref => ref !== entityRef);
      if (others.length < named.length) {
        await this.knex(RECIPIENTS)
          .where({ deadline_id, version })
          .update({ recipients: JSON.stringify(others) });
      }
    }
  }

  async #find(
    which: { id: number } | { is_current: boolean },
  ): Promise<StoredDeadline | undefined> {
    const row = await this.knex<DeadlineRow>(TABLE).where(which).first();
    return row && this.#stored(row);
  }

  async #stored(row: DeadlineRow): Promise<StoredDeadline> {
    const version = (await versionsOf(this.knex, row.id)).at(-1);
    const deadline = deadlineOf(row, version);
    return { id: row.id, setAt: Number(row.set_at), ...deadline };
  }
}

/** Unique keys reject one of two deadlines that are set at the same time. */
function falseIfConflict(error: unknown): false {
  if (isConflict(error)) {
    return false;
  }
  throw error;
}

async function insertDeadline(
  tx: Knex.Transaction,
  deadline: Deadline,
  act: Act,
): Promise<void> {
  const [{ id }] = await tx(TABLE).insert(rowOf(deadline, act)).returning('id');
  const { recipients = [] } = deadline;
  await insertRecipients(tx, { deadlineId: id, version: 1, recipients, act });
}

async function insertRecipients(
  tx: Knex.Transaction,
  given: {
    deadlineId: number;
    version: number;
    recipients: string[];
    act: Act;
  },
): Promise<void> {
  const { deadlineId, version, recipients, act } = given;
  await tx<RecipientsRow>(RECIPIENTS).insert({
    deadline_id: deadlineId,
    version,
    recipients: JSON.stringify(recipients),
    set_at: act.at,
    set_by: act.by ?? null,
  });
}

function versionsOf(knex: Knex, deadlineId: number) {
  return knex<RecipientsRow>(RECIPIENTS)
    .where({ deadline_id: deadlineId })
    .orderBy('version');
}

/**
 * @returns whether it was the current one
 */
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

/** One record per change of recipients. */
function recordsOf(
  row: DeadlineRow,
  versions: RecipientsRow[],
): DeadlineRecord[] {
  const ended =
    row.ended_at === null
      ? undefined
      : { at: Number(row.ended_at), by: row.ended_by ?? undefined };
  return versions.map((version, index) => {
    const next = versions[index + 1];
    return {
      deadline: deadlineOf(row, version),
      set: actOf(version),
      ended: next ? actOf(next) : ended,
    };
  });
}

function actOf({ set_at, set_by }: RecipientsRow): Act {
  return { at: Number(set_at), by: set_by ?? undefined };
}

function refsOf(recipients: string): string[] {
  return JSON.parse(recipients);
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

function deadlineOf(
  row: DeadlineRow,
  version: RecipientsRow | undefined,
): Deadline {
  const recipients = version ? refsOf(version.recipients) : [];
  return {
    source: row.source,
    start: row.start_day,
    date: row.deadline_day,
    goal: row.goal,
    hold: row.hold,
    ...(row.holidays && { holidays: JSON.parse(row.holidays) }),
    ...(recipients.length > 0 && { recipients }),
  };
}
