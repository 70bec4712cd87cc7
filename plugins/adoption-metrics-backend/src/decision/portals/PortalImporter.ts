import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { PeopleStore, Pseudonymizer } from '../../people';
import { ReportingZone } from '../../time';
import { PortalConfig } from './config';
import { PortalRollups } from './PortalRollups';
import { PortalStore } from './PortalStore';

/** Who used another portal on a day of an imported history. */
export interface ImportedPortalDay {
  portalId: string;
  /** Empty where nobody did. */
  entityRefs: string[];
}

/** Stores the past of other portals, as if they had reported it themselves. */
export class PortalImporter {
  constructor(
    private readonly options: {
      knex: Knex;
      zone: ReportingZone;
      portals: PortalConfig[];
      store: PortalStore;
      rollups: PortalRollups;
      people: Pick<PeopleStore, 'admit'>;
      pseudonymize: Pseudonymizer;
    },
  ) {}

  /** Portals that are not configured are left out. */
  async record(
    { portalId, entityRefs }: ImportedPortalDay,
    clock: Clock,
  ): Promise<void> {
    const { knex, zone, portals, store, rollups } = this.options;
    const { people, pseudonymize } = this.options;
    if (!portals.some(({ id }) => id === portalId)) {
      return;
    }
    const at = clock.now();
    const day = zone.dayOf(at);
    await knex.transaction(async tx => {
      const ids = await people.admit(entityRefs.map(pseudonymize), tx);
      const days = [{ day, personIds: [...new Set(ids.values())] }];
      await store.add(tx, { portalId, days, at });
      await rollups.markLate(portalId, [day], tx);
    });
  }
}
