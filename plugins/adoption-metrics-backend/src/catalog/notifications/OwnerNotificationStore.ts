import { Knex } from 'knex';
import { replaceRows } from '../../database';
import { SignedActs } from '../../parts';

const TABLE = 'catalog_owner_notices';

/** Stores when owners were last notified, and behind whom there was nobody. */
export class OwnerNotificationStore implements SignedActs {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  /** Owners who were notified at or after an instant, in ms UTC. */
  async notifiedSince(instant: number): Promise<Set<string>> {
    const refs: string[] = await this.knex(TABLE)
      .where('notified_at', '>=', instant)
      .pluck('owner_ref');
    return new Set(refs);
  }

  /** Owners whose last notification, then or later, could reach nobody. */
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

  /** The owner still has to be notified. */
  async recordUnreachable(ownerRef: string, at: number): Promise<void> {
    await this.#record({ owner_ref: ownerRef, unreachable_at: at });
  }

  /** Removes that a person was notified, or could not be. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE).where({ owner_ref: entityRef }).delete();
  }

  async #record(row: Record<string, unknown>): Promise<void> {
    await replaceRows(this.knex, { table: TABLE, key: ['owner_ref'] }, [row]);
  }
}
