import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock, StalenessRule } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { CursorFactory } from '../http';
import { Task } from '../parts';
import { SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { DatabaseEntityAgeStore } from './ages';
import { checkScan } from './checkScan';
import { CatalogConfig } from './config';
import { DatabaseCatalogScanStore } from './DatabaseCatalogScanStore';
import { stalenessDefinition } from './definition';
import { OwnerNoticeStore, OwnerNotifier } from './notices';
import { OwnerReporter, ReadableEntities, StaleEntityLister } from './repair';
import { catalogRetention } from './retention';
import {
  AppliedRule,
  createStalenessRules,
  knownReasons,
  UNVERIFIED,
} from './rules';
import {
  CatalogScanner,
  CatalogScanTask,
  DatabaseScanJournal,
  EarlyScans,
  ServiceCatalogReader,
} from './scan';
import { StaleEntitiesMetric } from './StaleEntitiesMetric';
import { StalenessReporter } from './StalenessReporter';
import { createCatalogRoutes } from './routes';
import { VerificationService, VerificationStore } from './verification';

const SCAN_TASK = 'catalog-scan';

interface CatalogHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  cursors: CursorFactory;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  samples: SampleStore;
  config: CatalogConfig;
  target: Target;
  /** Rules of modules. */
  addedRules: StalenessRule[];
}

/** Knows which entities of the catalog are stale, why and whose they are. */
export async function createCatalog(handles: CatalogHandles) {
  const { knex, zone, clock, cursors, auth, catalog } = handles;
  const { events, logger, notifications, scheduler, samples } = handles;
  const { config, target, addedRules } = handles;
  const rules = createStalenessRules(config, addedRules, logger);
  const scans = new DatabaseCatalogScanStore(knex);
  const verifications = new VerificationStore(knex);
  const staleness = new StalenessReporter({ store: scans });
  const readable = new ReadableEntities(catalog);
  const reader = createReader({ catalog, auth, config, rules });
  const createScanner = (at: Clock) =>
    new CatalogScanner({
      journal: new DatabaseScanJournal(knex, zone),
      memory: { ages: new DatabaseEntityAgeStore(knex), verifications },
      rules,
      clock: at,
      dayOf: instant => zone.dayOf(instant),
    });
  const owners = new OwnerReporter({
    staleness,
    store: scans,
    samples,
    readable,
    target: target.value,
  });
  const scanTask = new CatalogScanTask({
    scanner: createScanner(clock),
    reader,
    logger,
  });
  const earlyScans = new EarlyScans({
    store: scans,
    scheduler,
    clock,
    logger,
    taskId: SCAN_TASK,
  });
  await earlyScans.listen(events);
  return {
    staleness,
    owners,
    /** Scans at other times than now. */
    createScanner,
    part: {
      routes: createCatalogRoutes({
        clock,
        cursors,
        kinds: config.kinds,
        reasons: knownReasons(addedRules),
        lister: new StaleEntityLister({ store: scans, readable }),
        owners,
        verifications: new VerificationService({
          catalog,
          readable,
          store: verifications,
          clock,
          rule: rules.find(({ reason }) => reason === UNVERIFIED),
        }),
      }),
      tasks: [
        {
          ...config.schedule,
          id: SCAN_TASK,
          run: (signal: AbortSignal) => scanTask.run(signal),
        },
        earlyScansTask(earlyScans),
        ...notificationTasks(
          new OwnerNotifier({
            notifications,
            logger,
            clock,
            zone,
            store: scans,
            notices: new OwnerNoticeStore(knex),
            reader,
            config: config.ownerNotices,
            target: target.value,
          }),
          config,
        ),
      ],
      retention: catalogRetention,
      personalData: { signedActs: [verifications] },
      metric: new StaleEntitiesMetric({
        target,
        zone,
        reporter: staleness,
        definition: stalenessDefinition(config.kinds, rules),
      }),
      diagnostics: [() => checkScan(staleness)],
    },
  };
}

function createReader(handles: {
  catalog: CatalogService;
  auth: AuthService;
  config: CatalogConfig;
  rules: AppliedRule[];
}): ServiceCatalogReader {
  const { catalog, auth, config, rules } = handles;
  const fields = rules.flatMap(rule => rule.fields ?? []);
  return new ServiceCatalogReader({
    catalog,
    auth,
    kinds: config.kinds,
    fields,
  });
}

function earlyScansTask(earlyScans: EarlyScans): Task {
  return {
    id: 'early-scans',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    // Each replica hears of other things.
    scope: 'local',
    duringImport: true,
    run: () => earlyScans.run(),
  };
}

function notificationTasks(
  notifier: OwnerNotifier,
  { ownerNotices }: CatalogConfig,
): Task[] {
  return ownerNotices.enabled
    ? [
        {
          id: 'owner-notifications',
          frequency: { minutes: 5 },
          timeout: { minutes: 30 },
          initialDelay: { minutes: 2 },
          run: signal => notifier.run(signal),
        },
      ]
    : [];
}
