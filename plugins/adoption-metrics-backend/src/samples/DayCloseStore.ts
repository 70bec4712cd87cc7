import { Knex } from 'knex';
import { insertMissing, Upsert, upsertAll } from '../database';
import { Day } from '../time';

const TABLE = 'day_closes';

/**
 * - `open`: being closed for the first time.
 * - `dirty`: something arrived after the day was closed.
 * - `provisional`: closed; late events may still arrive.
 * - `final`: closed for good.
 */
export type DayCloseState = 'open' | 'dirty' | 'provisional' | 'final';

/** How far a day has been turned into samples. */
export interface DayClose {
  day: Day;
  state: DayCloseState;
  /** Counts what made the day dirty. */
  revision: number;
}

/** What notes that these days have to be closed, again if they were already. */
export function dirtyDays(days: Day[]): Upsert {
  return {
    table: TABLE,
    key: ['day'],
    add: ['revision'],
    replace: ['state'],
    rows: days.map(day => ({ day, state: 'dirty', revision: 1 })),
  };
}

/** Keeps which days are closed. */
export class DayCloseStore {
  constructor(private readonly knex: Knex) {}

  /** Notes that these days have to be closed, again if they were already. */
  async markDirty(days: Day[], tx: Knex = this.knex): Promise<void> {
    await upsertAll(tx, [dirtyDays(days)]);
  }

  /** Makes sure that every day of `days` has a row. */
  async open(days: Day[]): Promise<void> {
    await insertMissing(
      this.knex,
      { table: TABLE, key: ['day'] },
      days.map(day => ({ day, state: 'open', revision: 0 })),
    );
  }

  async all(): Promise<DayClose[]> {
    return this.knex<DayClose>(TABLE).orderBy('day').select();
  }

  /**
   * Moves a day on, unless something made it dirty since it was read: then it
   * stays dirty and is closed again.
   */
  async advance(close: DayClose, state: DayCloseState): Promise<boolean> {
    const { day, revision } = close;
    const changed = await this.knex(TABLE)
      .where({ day, revision })
      .update({ state });
    return changed > 0;
  }
}
