import {
  ANY_PORTAL,
  THIS_PORTAL,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { ActivityStore, Population } from '../../activity';
import { chunked, during } from '../../database';
import { Day, Interval } from '../../time';

/** Reads who used which portal. */
export class PortalUse {
  constructor(
    private readonly options: {
      knex: Knex;
      activity: Pick<ActivityStore, 'countPeople'>;
      /** Ids of the portals that are configured. */
      portals: string[];
    },
  ) {}

  /** Distinct people active on any of the days, as the metrics count them. */
  count(
    portalId: string,
    days: Interval,
    population: Population,
  ): Promise<{ counted: number; total: number }> {
    const active = this.#active(portalId, days);
    return this.options.activity.countPeople(active, population);
  }

  /**
   * People active on any of the days, by atom; those without any are left out.
   *
   * @param firstDay - of the four weeks in which the days lie
   */
  async countByAtom(
    portalId: string,
    days: Interval,
    firstDay: Day,
  ): Promise<Map<number, number>> {
    const active = this.#active(portalId, days).as('active');
    const rows: Array<{ atom: number; n: number | string }> =
      await this.options.knex
        .from('frozen_members as member')
        .where('member.first_day', firstDay)
        .join(active, 'active.person_id', 'member.person_id')
        .groupBy('member.atom')
        .select('member.atom')
        .count({ n: '*' });
    return new Map(rows.map(({ atom, n }) => [Number(atom), Number(n)]));
  }

  /** On which of some days which of some people were active, without who opted out. */
  async daysOf(
    portalId: string,
    personIds: number[],
    days: Interval,
  ): Promise<Array<{ personId: number; day: Day }>> {
    const { knex } = this.options;
    const found: Array<{ personId: number; day: Day }> = [];
    for (const chunk of chunked(personIds)) {
      const rows: Array<{ person_id: number; day: number }> = await knex
        .from(this.#active(portalId, days, ['person_id', 'day']).as('active'))
        .join('people', 'people.id', 'active.person_id')
        .where('people.opted_out', false)
        .whereIn('active.person_id', chunk)
        .orderBy(['active.day', 'active.person_id'])
        .select('active.person_id', 'active.day');
      found.push(
        ...rows.map(({ person_id, day }) => ({ personId: person_id, day })),
      );
    }
    return found;
  }

  #active(
    portalId: string,
    days: Interval,
    columns = ['person_id'],
  ): Knex.QueryBuilder {
    const { knex, portals } = this.options;
    const own = during(knex('person_days'), days);
    if (portalId === THIS_PORTAL) {
      return own.distinct(columns);
    }
    const ids = portalId === ANY_PORTAL ? portals : [portalId];
    const pushed = during(knex('portal_person_days'), days).whereIn(
      'portal_id',
      ids,
    );
    return portalId === ANY_PORTAL
      ? pushed.select(columns).union([own.select(columns)])
      : pushed.distinct(columns);
  }
}
