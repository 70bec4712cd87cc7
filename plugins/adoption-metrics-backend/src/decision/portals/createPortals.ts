import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { THIS_PORTAL } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  ActivityStore,
  FrozenPeriodStore,
  METRIC,
  UseReporter,
} from '../../activity';
import { oldestHeldDay, SettingsStore } from '../../database';
import { Part } from '../../parts';
import { PeopleStore, Pseudonymizer, SecretLinker } from '../../people';
import { SampleStore } from '../../samples';
import { ScorecardReporter } from '../../scorecard';
import { ReportingZone } from '../../time';
import { checkPortals } from './checkPortals';
import { PortalConfig } from './config';
import { PersonPortalStore, portalPersonTables } from './PersonPortalStore';
import { PortalActivity } from './PortalActivity';
import { PortalImporter } from './PortalImporter';
import { PortalIngest } from './PortalIngest';
import { PortalMeasurer } from './PortalMeasurer';
import { PortalReporter } from './PortalReporter';
import { PortalRollups } from './PortalRollups';
import { PortalSamples } from './PortalSamples';
import { PortalStore } from './PortalStore';
import { PortalUse } from './PortalUse';
import { portalRetention, portalTimes } from './retention';
import { createPortalRoutes } from './routes';
import { UserDirectory } from './UserDirectory';

interface PortalHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  settings: SettingsStore;
  auth: AuthService;
  catalog: CatalogService;
  people: Pick<PeopleStore, 'admit'>;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link' | 'isDone'>;
  samples: SampleStore;
  activity: ActivityStore;
  periods: FrozenPeriodStore;
  use: UseReporter;
  scorecard: ScorecardReporter;
  /** A number of developers that replaces the catalog's. */
  headCount: number | undefined;
  /** Days for which activity is kept. */
  keepDays: number;
  /** What this portal is called. */
  title: string;
  portals: PortalConfig[];
}

/** Measures other portals by what these report, on the same definition. */
export function createPortals(handles: PortalHandles) {
  const { knex, zone, clock, settings, samples, portals } = handles;
  const everybody = handles.headCount !== undefined;
  const ids = portals.map(({ id }) => id);
  const store = new PortalStore(knex);
  const rollups = new PortalRollups(knex);
  const measured = new PortalSamples(knex, zone);
  const use = new PortalUse({ knex, activity: handles.activity, portals: ids });
  const measurer = new PortalMeasurer({
    clock,
    samples,
    periods: handles.periods,
    store,
    use,
    rollups,
    measured,
    portals: ids,
    everybody,
    membersHeldFrom: () => oldestHeldDay(settings, ['frozenMembers']),
  });
  const ingest = new PortalIngest({
    knex,
    zone,
    clock,
    logger: handles.logger,
    portals,
    store,
    rollups,
    measurer,
    directory: new UserDirectory({
      catalog: handles.catalog,
      auth: handles.auth,
      everybody,
    }),
    people: handles.people,
    pseudonymize: handles.pseudonymize,
    linker: handles.linker,
    keepDays: handles.keepDays,
  });
  const reporter = new PortalReporter({
    clock,
    zone,
    samples,
    store,
    measured,
    use: handles.use,
    metric: () => handles.scorecard.metric(METRIC),
    firstDay: () => handles.activity.firstDay(),
    title: handles.title,
    portals,
  });
  const part: Part = {
    routes: createPortalRoutes({ clock, zone, ingest, reporter }),
    tasks: [
      {
        id: 'portals',
        frequency: { minutes: 5 },
        timeout: { minutes: 15 },
        initialDelay: { minutes: 1 },
        run: signal => measurer.run(signal),
      },
    ],
    diagnostics: [
      () => checkPortals({ portals, store, today: zone.dayOf(clock.now()) }),
    ],
    retention: portalRetention,
    times: portalTimes,
    personalData: {
      tables: portalPersonTables,
      portals: new PersonPortalStore(knex, portals),
    },
  };
  return {
    part,
    importer: new PortalImporter({
      knex,
      zone,
      portals,
      store,
      rollups,
      people: handles.people,
      pseudonymize: handles.pseudonymize,
    }),
    portalActivity: new PortalActivity({
      use,
      store,
      samples,
      titles: new Map([
        [THIS_PORTAL, handles.title],
        ...portals.map(({ id, title }) => [id, title] as const),
      ]),
    }),
  };
}
