import { Knex } from 'knex';
import { Day } from '../../time';
import { covering, Population, selectPopulation } from '../population';
import { NamedTeam } from './FrozenPeriodStore';

/** A team on a day, with everyone in it and in its child teams. */
export interface TeamOnDay extends NamedTeam {
  teamId: number;
  parentId: number | undefined;
  /** Person ids, without duplicates. */
  members: number[];
}

/** Reads who counts on a day, and in which teams. */
export class MembershipReader {
  constructor(private readonly knex: Knex) {}

  /** Person ids of a population, in order. */
  async people(population: Population): Promise<number[]> {
    return selectPopulation(this.knex, population)
      .orderBy('people.id')
      .pluck('people.id');
  }

  /** Teams with members in a population. */
  async teams(population: Population): Promise<TeamOnDay[]> {
    const counted = selectPopulation(this.knex, population).as('counted');
    const spans: Array<{ team_id: number; person_id: number }> = await covering(
      this.knex
        .from('team_spans as span')
        .join(counted, 'counted.person_id', 'span.person_id'),
      population.day,
    ).distinct('span.team_id', 'span.person_id');
    const members = new Map<number, number[]>();
    for (const { team_id, person_id } of spans) {
      const team = members.get(team_id);
      if (team) {
        team.push(person_id);
      } else {
        members.set(team_id, [person_id]);
      }
    }
    const rows = await this.knex('teams')
      .orderBy('entity_ref')
      .select('id', 'entity_ref', 'name', 'parent_id');
    return rows
      .filter(({ id }) => members.has(id))
      .map(row => ({
        teamId: row.id,
        id: row.entity_ref,
        name: row.name,
        parentId: row.parent_id ?? undefined,
        members: members.get(row.id)!,
      }));
  }

  /** The attribute values of a population, by attribute id. */
  async attributes(
    population: Population,
  ): Promise<Map<string, Map<number, string>>> {
    const counted = selectPopulation(this.knex, population).as('counted');
    const rows: Array<{ person_id: number; attribute: string; value: string }> =
      await covering(
        this.knex
          .from('attribute_spans as span')
          .join(counted, 'counted.person_id', 'span.person_id')
          .join('attribute_values as held', 'held.id', 'span.value_id'),
        population.day,
      )
        // Merged identities can have two values until the catalog is read
        // again.
        .orderBy('held.id')
        .select('span.person_id', 'held.attribute', 'held.value');
    const values = new Map<string, Map<number, string>>();
    for (const { person_id, attribute, value } of rows) {
      const of = values.get(attribute) ?? new Map<number, string>();
      values.set(attribute, of.set(person_id, value));
    }
    return values;
  }

  /** The first day in a range on which there were developers. */
  async firstDayWithDevelopers(days: {
    from: Day;
    to: Day;
  }): Promise<Day | undefined> {
    const [row] = await this.knex('developer_spans')
      .where('from_day', '<', days.to)
      .where(open => open.whereNull('to_day').orWhere('to_day', '>', days.from))
      .min({ day: 'from_day' });
    return row.day === null ? undefined : Math.max(Number(row.day), days.from);
  }
}
