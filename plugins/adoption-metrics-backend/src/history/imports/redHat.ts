import { Config } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import {
  ImportSource,
  OpenImport,
} from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { isSqlite } from '../../database';
import { reasonOf } from '../../failures';
import { Interval } from '../../time';
import { connectPeer } from './connectPeer';

const LABEL = 'Red Hat Adoption Insights';

const TABLE = 'events';

type UseRow = {
  user_ref: string;
  plugin_id: string;
  action: string;
  n: number | string;
};

class RedHatEvents implements OpenImport {
  constructor(private readonly knex: Knex) {}

  async span() {
    const row = await this.knex(TABLE)
      .min({ first: 'created_at' })
      .max({ last: 'created_at' })
      .first();
    const [first, last] = [row?.first, row?.last].map(toInstant);
    return first === undefined || last === undefined
      ? undefined
      : { first, last };
  }

  async uses(interval: Interval) {
    const rows: UseRow[] = await this.#count(interval, [
      'user_ref',
      'plugin_id',
      'action',
    ]);
    return rows.map(({ user_ref, plugin_id, action, n }) => ({
      entityRef: user_ref,
      pluginId: plugin_id,
      action,
      count: Number(n),
    }));
  }

  // An index of the plugin's table covers this query.
  async people(interval: Interval) {
    const rows: UseRow[] = await this.#count(interval, ['user_ref']);
    return rows.map(({ user_ref, n }) => ({
      entityRef: user_ref,
      count: Number(n),
    }));
  }

  close(): Promise<void> {
    return this.knex.destroy();
  }

  #count({ from, to }: Interval, by: string[]): Knex.QueryBuilder {
    return this.knex(TABLE)
      .where('created_at', '>=', this.#bound(from))
      .where('created_at', '<', this.#bound(to))
      .groupBy(by)
      .count({ n: '*' })
      .select(by);
  }

  // SQLite stores them as texts that sort chronologically.
  #bound(instant: number): string | Date {
    const date = new Date(instant);
    return isSqlite(this.knex) ? date.toISOString() : date;
  }
}

/**
 * Events stored by Red Hat's Adoption Insights plugin, read from its own
 * database.
 *
 * @param handles.knex - the database of this plugin, next to which that one is
 * located
 */
export function createRedHatSource(handles: {
  knex: Knex;
  config: Config;
}): ImportSource {
  return {
    id: 'red-hat-adoption-insights',
    label: LABEL,
    counts:
      'every event that its analytics recorded, opening a page among them',
    open: async () => {
      const peer = connectPeer('adoption-insights', handles);
      try {
        if (await peer.schema.hasTable(TABLE)) {
          return new RedHatEvents(peer);
        }
      } catch (error) {
        await peer.destroy();
        throw new ConflictError(
          `The database of ${LABEL} cannot be read: ${reasonOf(error)}`,
        );
      }
      await peer.destroy();
      throw new ConflictError(`The database of ${LABEL} has no events`);
    },
  };
}

function toInstant(value: unknown): number | undefined {
  const at =
    value instanceof Date ? value.getTime() : Date.parse(String(value));
  return Number.isNaN(at) ? undefined : at;
}
