import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { Check } from './checks';
import { PushedCheck } from './ComponentStore';

const TABLE = 'uptime_checks';

/** Knows which checks of a component have been seen before, by their ids. */
export class RecentChecks {
  constructor(
    private readonly tx: Knex,
    private readonly componentId: number,
  ) {}

  /**
   * Remembers checks and says of each whether it is new. To be called while
   * the component is locked. Checks without an id are new always.
   */
  async remember(
    checks: Array<Check | PushedCheck>,
    receivedAt: number,
  ): Promise<boolean[]> {
    const ids = checks.filter(isPushed).map(({ checkId }) => checkId);
    const known = await this.#known(ids);
    const isNew = checks.map(check => {
      const first = !isPushed(check) || !known.has(check.checkId);
      if (isPushed(check)) {
        known.add(check.checkId);
      }
      return first;
    });
    await this.#add(new Set(ids), receivedAt);
    return isNew;
  }

  async #add(ids: Set<string>, receivedAt: number): Promise<void> {
    const rows = [...ids].map(id => ({
      component_id: this.componentId,
      check_id: id,
      received_at: receivedAt,
    }));
    await insertMissing(
      this.tx,
      { table: TABLE, key: ['component_id', 'check_id'] },
      rows,
    );
  }

  async #known(ids: string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const chunk of chunked(ids)) {
      const rows = await this.tx(TABLE)
        .where('component_id', this.componentId)
        .whereIn('check_id', chunk)
        .select('check_id');
      rows.forEach(row => known.add(row.check_id));
    }
    return known;
  }
}

function isPushed(check: Check | PushedCheck): check is PushedCheck {
  return 'checkId' in check;
}
