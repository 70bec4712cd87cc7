import { Knex } from 'knex';
import { during } from '../database';
import { Interval } from '../time';
import { covering, Population, selectPopulation } from './population';

/** A group of the catalog. */
export interface Team {
  id: number;
  entityRef: string;
  name: string;
  parentId: number | undefined;
}

/** How many of the people of a team were active. */
interface TeamCount {
  teamId: number;
  developers: number;
  active: number;
}

/** How many people or interactions a plugin had. */
interface PluginCount {
  pluginId: string;
  n: number;
}

/** How many people of a team used a plugin. */
interface TeamPluginCount {
  teamId: number;
  pluginId: string;
  people: number;
}

/** Reads who used what, by team and by plugin. */
export class UseStore {
  constructor(private readonly knex: Knex) {}

  /** Every team that was ever seen. */
  async teams(): Promise<Team[]> {
    const rows = await this.knex('teams')
      .orderBy('entity_ref')
      .select('id', 'entity_ref', 'name', 'parent_id');
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      name: row.name,
      parentId: row.parent_id ?? undefined,
    }));
  }

  /** Teams with at least one member on the day of the population. */
  async countByTeam(
    days: Interval,
    population: Population,
  ): Promise<TeamCount[]> {
    const active = during(this.knex('person_days'), days).distinct('person_id');
    const rows = await this.#memberships(population)
      .leftJoin(active.as('active'), 'active.person_id', 'span.person_id')
      .groupBy('span.team_id')
      .select('span.team_id')
      .count({ developers: '*', active: 'active.person_id' });
    return rows.map((row: Record<string, unknown>) => ({
      teamId: Number(row.team_id),
      developers: Number(row.developers),
      active: Number(row.active),
    }));
  }

  /** Distinct people, without the excluded and those who opted out. */
  async countByPlugin(days: Interval): Promise<PluginCount[]> {
    const rows = await this.knex
      .from(this.#uses(days).as('uses'))
      .join('people', 'people.id', 'uses.person_id')
      .where({ 'people.opted_out': false, 'people.excluded': false })
      .groupBy('uses.plugin_id')
      .select('uses.plugin_id')
      .count({ n: '*' });
    return rows.map(toPluginCount);
  }

  /** Deliberate interactions. */
  async countActions(days: Interval): Promise<PluginCount[]> {
    const rows = await during(this.knex('action_counts'), days)
      .groupBy('plugin_id')
      .select('plugin_id')
      .sum({ n: 'n' });
    return rows.map(toPluginCount);
  }

  /**
   * Distinct people of teams without teams below them.
   *
   * @param least - fewest people that a row may have
   */
  async countByTeamAndPlugin(
    days: Interval,
    population: Population,
    least: number,
  ): Promise<TeamPluginCount[]> {
    const parents = this.knex('teams')
      .where({ present: true })
      .whereNotNull('parent_id')
      .select('parent_id');
    const rows = await this.#memberships(population)
      .join(this.#uses(days).as('uses'), 'uses.person_id', 'span.person_id')
      .whereNotIn('span.team_id', parents)
      .groupBy('span.team_id', 'uses.plugin_id')
      .havingRaw('count(*) >= ?', [least])
      .select('span.team_id', 'uses.plugin_id')
      .count({ n: '*' });
    return rows.map((row: Record<string, unknown>) => ({
      teamId: Number(row.team_id),
      pluginId: String(row.plugin_id),
      people: Number(row.n),
    }));
  }

  /** Who is in which team on the day of the population. */
  #memberships(population: Population): Knex.QueryBuilder {
    const counted = selectPopulation(this.knex, population).as('counted');
    return covering(
      this.knex
        .from('team_spans as span')
        .join(counted, 'counted.person_id', 'span.person_id'),
      population.day,
    );
  }

  #uses(days: Interval): Knex.QueryBuilder {
    return during(this.knex('person_plugin_days'), days).distinct(
      'plugin_id',
      'person_id',
    );
  }
}

function toPluginCount(row: Record<string, unknown>): PluginCount {
  return { pluginId: String(row.plugin_id), n: Number(row.n) };
}
