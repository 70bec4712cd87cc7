import { Knex } from 'knex';
import { replaceRows } from '../../database';

const TABLE = 'catalog_owner_notices';

/** Remembers when owners were last told. */
export class OwnerNoticeStore {
  constructor(private readonly knex: Knex) {}

  /** Owners who were told at that moment or later, in ms UTC. */
  async toldSince(instant: number): Promise<Set<string>> {
    const refs: string[] = await this.knex(TABLE)
      .where('told_at', '>=', instant)
      .pluck('owner_ref');
    return new Set(refs);
  }

  async record(ownerRef: string, toldAt: number): Promise<void> {
    const row = { owner_ref: ownerRef, told_at: toldAt };
    await replaceRows(this.knex, { table: TABLE, key: ['owner_ref'] }, [row]);
  }
}
