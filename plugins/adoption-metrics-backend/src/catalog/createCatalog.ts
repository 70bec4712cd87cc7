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
import { Part, Task } from '../parts';
import { RecipientReader } from '../people';
import { SampleStore } from '../samples';
import { Counters } from '../telemetry';
import { ReportingZone } from '../time';
import { EntityAgeStore } from './ages/EntityAgeStore';
import { CatalogScanStore } from './CatalogScanStore';
import { checkScan } from './checkScan';
import { CatalogConfig } from './config';
import { stalenessDefinition } from './definition';
import { Integrations } from './locations';
import { checkOwnerNotifications } from './notifications/checkOwnerNotifications';
import { OwnerNotificationStore } from './notifications/OwnerNotificationStore';
import { OwnerNotificationTask } from './notifications/OwnerNotificationTask';
import { OwnerReporter } from './repair/OwnerReporter';
import { StaleEntityLister } from './repair/StaleEntityLister';
import { catalogRetention } from './retention';
import { catalogTimes } from './times';
import { createCatalogRoutes } from './routes';
import { createStalenessRules, knownReasons } from './rules/createRules';
import { AppliedRule } from './rules/StalenessRule';
import { UNVERIFIED } from './rules/unverified';
import { CatalogScanner } from './scan/CatalogScanner';
import { CatalogScanTask } from './scan/CatalogScanTask';
import { EarlyScanTask } from './scan/EarlyScanTask';
import { ScanRecorder } from './scan/ScanRecorder';
import { ServiceCatalogReader } from './scan/ServiceCatalogReader';
import { StaleEntitiesMetric } from './StaleEntitiesMetric';
import { VerificationService } from './verification/VerificationService';
import { VerificationStore } from './verification/VerificationStore';

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
  integrations: Integrations;
  config: CatalogConfig;
  target: Target;
  telemetry?: Counters;
  /** Rules added by modules. */
  addedRules: StalenessRule[];
}

/** Finds stale entities in the catalog, and reports them to their owners. */
export async function createCatalog(handles: CatalogHandles) {
  const { knex, zone, clock, catalog, logger, samples } = handles;
  const { config, target, addedRules } = handles;
  const rules = createStalenessRules(config, addedRules, logger);
  const scans = new CatalogScanStore(knex);
  const verifications = new VerificationStore(knex);
  const reader = createReader(rules, handles);
  const createScanner = (at: Clock) =>
    new CatalogScanner({
      recorder: new ScanRecorder(knex, zone),
      memory: { ages: new EntityAgeStore(knex), verifications },
      rules,
      placeholders: config.placeholders,
      clock: at,
      dayOf: instant => zone.dayOf(instant),
    });
  const notifications = createNotifications(
    { scans: scans, reader, rules },
    handles,
  );
  const owners = new OwnerReporter({
    scans,
    samples,
    zone,
    target: target.value,
  });
  return {
    staleness: scans,
    owners,
    /** Creates scanners for imported history, with other clocks. */
    createScanner,
    part: {
      routes: createCatalogRoutes({
        clock,
        cursors: handles.cursors,
        kinds: config.kinds,
        reasons: knownReasons(addedRules),
        lister: new StaleEntityLister({ scans, zone }),
        owners,
        verifications: new VerificationService({
          catalog,
          store: verifications,
          clock,
          zone,
          rule: rules.find(({ reason }) => reason === UNVERIFIED),
        }),
      }),
      tasks: [
        scanTask(createScanner(clock), reader, handles),
        await earlyScanTask(scans, handles),
        ...notifications.tasks,
      ],
      retention: catalogRetention,
      times: catalogTimes,
      personalData: {
        signedActs: [verifications, new OwnerNotificationStore(knex)],
      },
      metric: new StaleEntitiesMetric({
        target,
        zone,
        scans,
        definition: stalenessDefinition(config.kinds, rules),
      }),
      diagnostics: [() => checkScan(scans), ...notifications.diagnostics],
    },
  };
}

function createReader(
  rules: AppliedRule[],
  handles: Pick<CatalogHandles, 'catalog' | 'auth' | 'config' | 'integrations'>,
): ServiceCatalogReader {
  const { catalog, auth, config, integrations } = handles;
  return new ServiceCatalogReader({
    catalog,
    auth,
    integrations,
    kinds: config.kinds,
    fields: rules.flatMap(rule => rule.fields ?? []),
  });
}

function scanTask(
  scanner: CatalogScanner,
  reader: ServiceCatalogReader,
  handles: Pick<CatalogHandles, 'config' | 'logger' | 'telemetry'>,
): Task {
  const { config, logger, telemetry } = handles;
  const task = new CatalogScanTask({ scanner, reader, logger, telemetry });
  return {
    ...config.schedule,
    id: SCAN_TASK,
    run: signal => task.run(signal),
  };
}

async function earlyScanTask(
  scans: CatalogScanStore,
  handles: Pick<CatalogHandles, 'scheduler' | 'clock' | 'logger' | 'events'>,
): Promise<Task> {
  const { scheduler, clock, logger, events } = handles;
  const task = new EarlyScanTask({
    store: scans,
    scheduler,
    clock,
    logger,
    taskId: SCAN_TASK,
  });
  await task.listen(events);
  return {
    id: 'early-scans',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    // Every replica receives different errors.
    scope: 'local',
    duringImport: true,
    run: () => task.run(),
  };
}

/** Notifies owners, and checks whether that reaches them, if enabled. */
function createNotifications(
  scanning: {
    scans: CatalogScanStore;
    reader: ServiceCatalogReader;
    rules: AppliedRule[];
  },
  handles: CatalogHandles,
): Required<Pick<Part, 'tasks' | 'diagnostics'>> {
  const { scans, reader, rules } = scanning;
  const { knex, notifications, logger, clock, zone, target } = handles;
  const { catalog, auth, config: catalogConfig } = handles;
  const { ownerNotifications: config } = catalogConfig;
  if (!config.enabled) {
    return { tasks: [], diagnostics: [] };
  }
  const store = new OwnerNotificationStore(knex);
  const task = new OwnerNotificationTask({
    notifications,
    logger,
    clock,
    zone,
    scans,
    store,
    reader,
    recipients: new RecipientReader({ catalog, auth }),
    config,
    rules,
    target: target.value,
  });
  return {
    tasks: [
      {
        id: 'owner-notifications',
        frequency: { minutes: 5 },
        timeout: { minutes: 30 },
        initialDelay: { minutes: 2 },
        run: signal => task.run(signal),
      },
    ],
    diagnostics: [
      () => checkOwnerNotifications({ store, config, clock, zone }),
    ],
  };
}
