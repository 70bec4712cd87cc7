import {
  AlertChannel,
  HistorySource,
  Probe,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import { createAlerting, scheduleAlerts } from './alerting';
import {
  CatalogScanTask,
  EarlyScans,
  OwnerNotifier,
  createStalenessRules,
  ServiceCatalogReader,
} from './catalog';
import { createCloser } from './closer';
import {
  CollectionOptions,
  createDeveloperCollector,
  createOrganizationReader,
  createScanner,
} from './collection';
import { readConfig } from './config';
import { openDatabase } from './database';
import { createProgrammeEvaluator, createProgrammeKeeper } from './deadline';
import { createFigures, createScorecardReporter } from './figures';
import { startHeartbeat } from './heartbeat';
import { startIngest } from './ingest';
import {
  createPseudonymizer,
  DeveloperTask,
  FirstReadingGuard,
  resolveSecret,
} from './people';
import { playHistory } from './playHistory';
import { scheduleProbes } from './probes';
import { scheduleRetention } from './retention';
import { createRouters } from './routers';
import { CurrentDefinitions, FigureSource } from './scorecard';
import { Services } from './services';
import { createStores } from './stores';
import { SCAN_TASK, scheduleTasks } from './tasks';
import { recordInstallation } from './uptime';

/** What modules add to the plugin. */
interface Additions {
  source: HistorySource | undefined;
  probes: Probe[];
  rules: StalenessRule[];
  channels: AlertChannel[];
}

/** Builds the plugin, starts its collectors and returns its routes. */
export async function createAdoptionMetrics(
  services: Services,
  { source, probes, rules, ...added }: Additions,
): Promise<Router> {
  const collection = await prepareCollection(services, rules);
  const { config, stores, clock } = collection;
  await createProgrammeKeeper(collection).adoptConfigured(clock.now());
  const figures = createFigures(collection);
  const definitions = await CurrentDefinitions.establish({
    store: stores.definitions,
    figures,
    timeZone: config.zone.name,
    today: config.zone.dayOf(clock.now()),
  });
  const historyPlayed = source
    ? playHistory({ source, collection, services })
    : Promise.resolve();
  startHeartbeat(services, collection);
  await scheduleProbes(services, collection, probes);
  await startTasks({
    services,
    collection,
    historyPlayed,
    figures,
    definitions,
  });
  await scheduleRetention(services, collection, historyPlayed);
  const measured = { figures, definitions };
  const scorecard = createScorecardReporter(collection, measured);
  const alerting = createAlerting(services, collection, added.channels);
  await scheduleAlerts({
    ...{ services, collection, scorecard, alerting, historyPlayed },
  });
  const ingest = startIngest(services, collection);
  return createRouters({ services, collection, scorecard, alerting, ingest });
}

async function prepareCollection(
  services: Services,
  added: StalenessRule[],
): Promise<CollectionOptions> {
  const { clock } = services;
  const config = readConfig(services.config, services.logger);
  const rules = createStalenessRules(config.catalog, added, services.logger);
  const knex = await openDatabase(services.database);
  const stores = createStores(knex, config);
  const { settings } = stores;
  const configured = config.privacySecret;
  const secret = await resolveSecret({ configured, settings });
  await recordInstallation(settings, clock.now());
  const pseudonymize = createPseudonymizer(secret);
  return { knex, config, stores, rules, pseudonymize, clock };
}

async function startTasks(options: {
  services: Services;
  collection: CollectionOptions;
  historyPlayed: Promise<void>;
  figures: FigureSource[];
  definitions: CurrentDefinitions;
}): Promise<void> {
  const { services, collection, historyPlayed, figures, definitions } = options;
  const { config, stores } = collection;
  await scheduleTasks({
    ...services,
    config,
    historyPlayed,
    developers: stores.developers,
    developerTask: createDeveloperTask(services, collection),
    scanTask: createScanTask(services, collection),
    earlyScans: await listenForErrors(services, collection),
    ownerNotifier: createOwnerNotifier(services, collection),
    closer: createCloser(collection, figures, definitions),
    evaluator: createProgrammeEvaluator(collection),
  });
}

function createDeveloperTask(
  services: Services,
  collection: CollectionOptions,
): DeveloperTask {
  const { config, stores, clock } = collection;
  return new DeveloperTask({
    reader: createOrganizationReader(services, collection),
    collector: createDeveloperCollector(
      collection,
      new FirstReadingGuard(stores.settings),
    ),
    logger: services.logger,
    today: () => config.zone.dayOf(clock.now()),
  });
}

function createScanTask(
  services: Services,
  collection: CollectionOptions,
): CatalogScanTask {
  return new CatalogScanTask({
    scanner: createScanner(collection, collection.clock),
    reader: createCatalogReader(services, collection),
    logger: services.logger,
  });
}

async function listenForErrors(
  { events, scheduler, logger, clock }: Services,
  { stores }: CollectionOptions,
): Promise<EarlyScans> {
  const store = stores.scans;
  const taskId = SCAN_TASK;
  const early = new EarlyScans({ store, scheduler, clock, logger, taskId });
  await early.listen(events);
  return early;
}

function createOwnerNotifier(
  services: Services,
  collection: CollectionOptions,
): OwnerNotifier {
  const { clock, config, stores } = collection;
  const { notifications, logger } = services;
  return new OwnerNotifier({
    ...{ notifications, logger, clock, zone: config.zone },
    store: stores.scans,
    notices: stores.ownerNotices,
    reader: createCatalogReader(services, collection),
    config: config.catalog.ownerNotices,
    target: config.targets['stale-entities'].value,
  });
}

function createCatalogReader(
  services: Services,
  { config, rules }: CollectionOptions,
): ServiceCatalogReader {
  const { kinds } = config.catalog;
  const fields = rules.flatMap(rule => rule.fields ?? []);
  return new ServiceCatalogReader({ ...services, kinds, fields });
}
