import { Knex } from 'knex';
import { insertFresh } from './upsert';

const TABLE = 'settings';

/** Key-value pairs about this installation. */
export class SettingsStore {
  constructor(private readonly knex: Knex) {}

  async get(key: string): Promise<string | undefined> {
    const row = await this.knex(TABLE).where({ key }).first('value');
    return row?.value;
  }

  async set(key: string, value: string): Promise<void> {
    await this.knex(TABLE).insert({ key, value }).onConflict('key').merge();
  }

  async remove(key: string): Promise<void> {
    await this.knex(TABLE).where({ key }).delete();
  }

  /**
   * @param prefix - without wildcards of `LIKE`
   */
  async withPrefix(
    prefix: string,
  ): Promise<Array<{ key: string; value: string }>> {
    return this.knex(TABLE).where('key', 'like', `${prefix}%`).orderBy('key');
  }

  /**
   * Stores a value unless there is one, and returns the stored value. Replicas
   * that start at the same time agree on the first one.
   */
  async getOrSet(key: string, value: string): Promise<string> {
    await this.knex(TABLE).insert({ key, value }).onConflict('key').ignore();
    return (await this.get(key)) ?? value;
  }

  /**
   * Replaces a value if it is still the expected one.
   *
   * @param expected - undefined if there should be none
   * @returns false if another replica was faster
   */
  async replace(
    key: string,
    expected: string | undefined,
    value: string,
  ): Promise<boolean> {
    if (expected !== undefined) {
      const rows = this.knex(TABLE).where({ key, value: expected });
      return (await rows.update({ value })) > 0;
    }
    const added = await insertFresh(this.knex, { table: TABLE, key: ['key'] }, [
      { key, value },
    ]);
    return added.length > 0;
  }

  /** Like `getOrSet` for instants, but keeps the earlier one. */
  async keepEarliest(key: string, instant: number): Promise<number> {
    const stored = await this.getOrSet(key, String(instant));
    if (Number(stored) <= instant) {
      return Number(stored);
    }
    // Another replica may have stored an even earlier one.
    const lowered = await this.knex(TABLE)
      .where({ key, value: stored })
      .update({ value: String(instant) });
    return lowered > 0 ? instant : this.keepEarliest(key, instant);
  }
}
