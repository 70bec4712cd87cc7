import { Knex } from 'knex';
import { replaceRows } from '../../database';
import { SignedActs } from '../../parts';

const TABLE = 'catalog_owner_notices';

/**
 * Stores when owners were last notified, and which ones could not be reached.
 */
export class OwnerNotificationStore implements SignedActs {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  /** Owners who were notified since an instant, in ms UTC. */
  async notifiedSince(instant: number): Promise<Set<string>> {
    const refs: string[] = await this.knex(TABLE)
      .where('notified_at', '>=', instant)
      .pluck('owner_ref');
    return new Set(refs);
  }

  /** Owners who could not be reached since an instant, in ms UTC. */
  async unreachableSince(instant: number): Promise<string[]> {
    return this.knex(TABLE)
      .where('unreachable_at', '>=', instant)
      .orderBy('owner_ref')
      .pluck('owner_ref');
  }

  async recordNotified(ownerRef: string, at: number): Promise<void> {
    await this.#record({
      owner_ref: ownerRef,
      notified_at: at,
      unreachable_at: null,
    });
  }

  /** Records a failure; the owner still has to be notified. */
  async recordUnreachable(ownerRef: string, at: number): Promise<void> {
    await this.#record({ owner_ref: ownerRef, unreachable_at: at });
  }

  /** Deletes records about a person. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE).where({ owner_ref: entityRef }).delete();
  }

  async #record(row: Record<string, unknown>): Promise<void> {
    await replaceRows(this.knex, { table: TABLE, key: ['owner_ref'] }, [row]);
  }
}
