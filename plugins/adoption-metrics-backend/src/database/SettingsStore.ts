import { Knex } from 'knex';
import { insertFresh } from './upsert';

const TABLE = 'settings';

/** Facts about this installation that outlive the process. */
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

  /** @param prefix - without characters that `like` reads otherwise */
  async withPrefix(
    prefix: string,
  ): Promise<Array<{ key: string; value: string }>> {
    return this.knex(TABLE).where('key', 'like', `${prefix}%`).orderBy('key');
  }

  /**
   * Stores a value unless there is one, and returns the one that is stored:
   * replicas that start at the same time agree on the first.
   */
  async getOrSet(key: string, value: string): Promise<string> {
    await this.knex(TABLE).insert({ key, value }).onConflict('key').ignore();
    return (await this.get(key)) ?? value;
  }

  /**
   * Stores a value if the one that is stored is still the expected one.
   *
   * @param expected - undefined if there is none yet
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

  /** Like `getOrSet`, for instants, keeping the earlier of the two. */
  async keepEarliest(key: string, instant: number): Promise<number> {
    const stored = await this.getOrSet(key, String(instant));
    if (Number(stored) <= instant) {
      return Number(stored);
    }
    // Another replica may have stored a still earlier one meanwhile.
    const lowered = await this.knex(TABLE)
      .where({ key, value: stored })
      .update({ value: String(instant) });
    return lowered > 0 ? instant : this.keepEarliest(key, instant);
  }
}
