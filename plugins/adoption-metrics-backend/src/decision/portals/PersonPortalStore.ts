import { Knex } from 'knex';
import { PersonPortalDays, PersonTable } from '../../parts';
import { PortalConfig } from './config';

const TABLE = 'portal_person_days';

/** The tables of portals with rows about people. */
export const portalPersonTables: PersonTable[] = [
  { table: TABLE, key: ['day', 'portal_id'] },
];

/** Reads on which days one person used which other portal. */
export class PersonPortalStore {
  constructor(
    private readonly knex: Knex,
    private readonly portals: PortalConfig[],
  ) {}

  async read(personId: number): Promise<PersonPortalDays[]> {
    const rows: Array<{ portal_id: string; day: number }> = await this.knex(
      TABLE,
    )
      .where({ person_id: personId })
      .orderBy(['portal_id', 'day'])
      .select('portal_id', 'day');
    return [...Map.groupBy(rows, row => row.portal_id)].map(([id, found]) => ({
      id,
      title: this.portals.find(each => each.id === id)?.title ?? id,
      days: found.map(({ day }) => day),
    }));
  }
}
