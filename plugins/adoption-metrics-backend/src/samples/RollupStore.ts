import { Knex } from 'knex';
import { insertMissing, Upsert, upsertAll } from '../database';
import { Day } from '../time';

const TABLE = 'daily_rollups';

/**
 * - `open`: being closed for the first time.
 * - `late`: something arrived after the day was closed.
 * - `provisional`: closed; late events may still arrive.
 * - `final`: closed for good.
 */
export type RollupState = 'open' | 'late' | 'provisional' | 'final';

/** How far a day has been turned into samples. */
export interface RollupDay {
  day: Day;
  state: RollupState;
  /** Counts what arrived late for the day. */
  revision: number;
}

/** What notes that these days have to be rolled up, again if they were already. */
export function lateDays(days: Day[]): Upsert {
  return {
    table: TABLE,
    key: ['day'],
    add: ['revision'],
    replace: ['state'],
    rows: days.map(day => ({ day, state: 'late', revision: 1 })),
  };
}

/** Keeps which days are rolled up. */
export class RollupStore {
  constructor(private readonly knex: Knex) {}

  /** Notes that these days have to be rolled up, again if they were already. */
  async markLate(days: Day[], tx: Knex = this.knex): Promise<void> {
    await upsertAll(tx, [lateDays(days)]);
  }

  /** Makes sure that every day of `days` has a row. */
  async open(days: Day[]): Promise<void> {
    await insertMissing(
      this.knex,
      { table: TABLE, key: ['day'] },
      days.map(day => ({ day, state: 'open', revision: 0 })),
    );
  }

  /**
   * A text that is another one as soon as a day was rolled up, or something was
   * added to a day that had been.
   */
  async state(): Promise<string> {
    const rows = await this.knex(TABLE)
      .groupBy('state')
      .orderBy('state')
      .select('state')
      .count({ days: 'day' })
      .max({ last: 'day' })
      .sum({ revisions: 'revision' });
    return JSON.stringify(rows.map(row => Object.values(row)));
  }

  async all(): Promise<RollupDay[]> {
    return this.knex<RollupDay>(TABLE).orderBy('day').select();
  }

  /**
   * Moves a day on, unless something arrived for it since it was read: then it
   * stays late and is rolled up again.
   */
  async advance(rollup: RollupDay, state: RollupState): Promise<boolean> {
    const { day, revision } = rollup;
    const changed = await this.knex(TABLE)
      .where({ day, revision })
      .update({ state });
    return changed > 0;
  }
}
