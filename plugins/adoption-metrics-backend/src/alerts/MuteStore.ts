import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { replaceRows } from '../database';
import { Day } from '../time';

const TABLE = 'alert_mutes';

/** A mute of a rule. */
export interface StoredMute {
  rule: Alert['rule'];
  /** The last day of the mute. */
  until: Day;
  /** In ms UTC. */
  at: number;
  /** Entity ref; undefined once the person is forgotten. */
  by?: string;
}

interface MuteRow {
  rule: Alert['rule'];
  until_day: Day;
  muted_at: number | string;
  muted_by: string | null;
}

/** Stores which rules people have muted until when. */
export class MuteStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async set({ rule, until, at, by }: StoredMute): Promise<void> {
    const row = { rule, until_day: until, muted_at: at, muted_by: by ?? null };
    await replaceRows(this.knex, { table: TABLE, key: ['rule'] }, [row]);
  }

  async end(rule: Alert['rule']): Promise<void> {
    await this.knex(TABLE).where({ rule }).delete();
  }

  async until(rule: Alert['rule']): Promise<Day | undefined> {
    const row = await this.knex<MuteRow>(TABLE).where({ rule }).first();
    return row?.until_day;
  }

  async all(): Promise<StoredMute[]> {
    const rows = await this.knex<MuteRow>(TABLE).orderBy('rule');
    return rows.map(({ rule, until_day, muted_at, muted_by }) => ({
      rule,
      until: until_day,
      at: Number(muted_at),
      by: muted_by ?? undefined,
    }));
  }

  /** Removes a person's name from everything they muted. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('muted_by', entityRef)
      .update({ muted_by: null });
  }
}
