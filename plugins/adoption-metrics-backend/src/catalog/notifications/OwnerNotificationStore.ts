import { Knex } from 'knex';
import { replaceRows } from '../../database';

const TABLE = 'catalog_owner_notices';

/** Stores when owners were last notified. */
export class OwnerNotificationStore {
  constructor(private readonly knex: Knex) {}

  /** Owners who were notified at or after an instant, in ms UTC. */
  async notifiedSince(instant: number): Promise<Set<string>> {
    const refs: string[] = await this.knex(TABLE)
      .where('notified_at', '>=', instant)
      .pluck('owner_ref');
    return new Set(refs);
  }

  async record(ownerRef: string, notifiedAt: number): Promise<void> {
    const row = { owner_ref: ownerRef, notified_at: notifiedAt };
    await replaceRows(this.knex, { table: TABLE, key: ['owner_ref'] }, [row]);
  }
}
