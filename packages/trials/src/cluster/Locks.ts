import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';

const BETWEEN_MS = 500;

/** Looks at a PostgreSQL for those who wait for a lock. */
export class Locks {
  /** The longest that anybody was seen to wait, in ms. */
  longest = 0;
  #stopped = false;
  #watching: Promise<void> | undefined;

  constructor(private readonly knex: Knex) {}

  start(): void {
    this.#watching = this.#watch();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#watching;
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      const { rows } = await this.knex.raw(
        'select max(extract(epoch from clock_timestamp() - waitstart)) as s from pg_locks where not granted',
      );
      this.longest = Math.max(this.longest, 1_000 * Number(rows[0].s ?? 0));
      await delay(BETWEEN_MS);
    }
  }
}
