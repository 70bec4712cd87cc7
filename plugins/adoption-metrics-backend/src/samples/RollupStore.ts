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

/** How far the rollup of a day has got. */
export interface RollupDay {
  day: Day;
  state: RollupState;
  /** Increases with everything that arrives late. */
  revision: number;
}

/** Marks days to be rolled up, or rolled up again. */
export function lateDays(days: Day[]): Upsert {
  return {
    table: TABLE,
    key: ['day'],
    add: ['revision'],
    replace: ['state'],
    rows: days.map(day => ({ day, state: 'late', revision: 1 })),
  };
}

/** Stores which days have been rolled up. */
export class RollupStore {
  constructor(private readonly knex: Knex) {}

  /** Marks days to be rolled up, or rolled up again. */
  async markLate(days: Day[], tx: Knex = this.knex): Promise<void> {
    await upsertAll(tx, [lateDays(days)]);
  }

  /** Adds the days that are missing. */
  async open(days: Day[]): Promise<void> {
    await insertMissing(
      this.knex,
      { table: TABLE, key: ['day'] },
      days.map(day => ({ day, state: 'open', revision: 0 })),
    );
  }

  /** A text that changes whenever a day is rolled up or marked as late. */
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
   * Moves a day to a new state, unless something arrived since it was read. In
   * that case it stays late.
   */
  async advance(rollup: RollupDay, state: RollupState): Promise<boolean> {
    const { day, revision } = rollup;
    const changed = await this.knex(TABLE)
      .where({ day, revision })
      .update({ state });
    return changed > 0;
  }
}
