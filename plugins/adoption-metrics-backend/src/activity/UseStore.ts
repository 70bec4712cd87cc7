import { Knex } from 'knex';
import { during } from '../database';
import { Day, Interval } from '../time';

/** The number of interactions with a plugin. */
interface PluginCount {
  pluginId: string;
  n: number;
}

/** The number of active people in an atom. */
interface AtomCount {
  atom: number;
  n: number;
}

/** The number of people in an atom who used a plugin. */
interface AtomPluginCount extends AtomCount {
  pluginId: string;
}

/**
 * Reads who used what. Only counts the members of a four-week period, including
 * those who left or opted out since, because their earlier activity counts
 * until the period is over.
 */
export class UseStore {
  constructor(private readonly knex: Knex) {}

  /** Whether a team was ever seen in the catalog. Takes a ref in lower case. */
  async hasTeam(entityRef: string): Promise<boolean> {
    const row = await this.knex('teams')
      .where({ entity_ref: entityRef })
      .first('id');
    return row !== undefined;
  }

  /**
   * Active people by atom; atoms without any are left out.
   *
   * @param firstDay - of the four-week period that contains the days
   */
  async countByAtom(firstDay: Day, days: Interval): Promise<AtomCount[]> {
    const active = during(this.knex('person_days'), days).distinct('person_id');
    const rows = await this.#members(firstDay)
      .join(active.as('active'), 'active.person_id', 'member.person_id')
      .groupBy('member.atom')
      .select('member.atom')
      .count({ n: '*' });
    return rows.map((row: Record<string, unknown>) => ({
      atom: Number(row.atom),
      n: Number(row.n),
    }));
  }

  /** People by atom and plugin. */
  async countByAtomAndPlugin(
    firstDay: Day,
    days: Interval,
  ): Promise<AtomPluginCount[]> {
    const uses = during(this.knex('person_plugin_days'), days).distinct(
      'plugin_id',
      'person_id',
    );
    const rows = await this.#members(firstDay)
      .join(uses.as('uses'), 'uses.person_id', 'member.person_id')
      .groupBy('member.atom', 'uses.plugin_id')
      .select('member.atom', 'uses.plugin_id')
      .count({ n: '*' });
    return rows.map((row: Record<string, unknown>) => ({
      atom: Number(row.atom),
      pluginId: String(row.plugin_id),
      n: Number(row.n),
    }));
  }

  /** Deliberate interactions of everyone. */
  async countActions(days: Interval): Promise<PluginCount[]> {
    const rows = await during(this.knex('action_counts'), days)
      .groupBy('plugin_id')
      .select('plugin_id')
      .sum({ n: 'n' });
    return rows.map((row: Record<string, unknown>) => ({
      pluginId: String(row.plugin_id),
      n: Number(row.n),
    }));
  }

  #members(firstDay: Day): Knex.QueryBuilder {
    return this.knex
      .from('frozen_members as member')
      .where('member.first_day', firstDay);
  }
}
