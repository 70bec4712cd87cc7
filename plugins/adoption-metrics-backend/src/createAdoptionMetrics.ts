import { randomUUID } from 'node:crypto';
import { HistorySource } from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import { BatchQueue, createActivityRouter, EventIngest } from './activity';
import { ServiceCatalogReader, StalenessReporter } from './catalog';
import {
  CollectionOptions,
  createCommitter,
  createDeveloperCollector,
  createScanner,
} from './collection';
import { readConfig } from './config';
import { openDatabase } from './database';
import { createFigures } from './figures';
import { playHistory } from './playHistory';
import {
  CatalogDeveloperReader,
  createPseudonymizer,
  resolveSecret,
} from './people';
import { createRouter } from './router';
import {
  createScorecardRouter,
  CurrentDefinitions,
  DayCloser,
  diagnose,
  FigureSource,
  ScorecardReporter,
} from './scorecard';
import { Services } from './services';
import { createStores } from './stores';
import { scheduleTasks } from './tasks';
import {
  HeartbeatLoop,
  HeartbeatRecorder,
  installationInstant,
  recordInstallation,
} from './uptime';

/** Builds the plugin, starts its collectors and returns its routes. */
export async function createAdoptionMetrics(
  services: Services,
  source: HistorySource | undefined,
): Promise<Router> {
  const { clock, logger, database } = services;
  const config = readConfig(services.config);
  const knex = await openDatabase(database);
  const stores = createStores(knex, config);
  const { settings } = stores;
  const configured = config.privacySecret;
  const secret = await resolveSecret({ configured, settings });
  const pseudonymize = createPseudonymizer(secret);
  const collection = { knex, config, stores, pseudonymize, clock };
  await recordInstallation(settings, clock.now());
  const figures = createFigures(config, stores);
  const definitions = await CurrentDefinitions.establish({
    store: stores.definitions,
    figures,
    timeZone: config.zone.name,
    today: config.zone.dayOf(clock.now()),
  });
  const historyPlayed = source
    ? playHistory({ source, collection, services })
    : Promise.resolve();
  await startHeartbeat(services, collection);
  await scheduleTasks({
    ...services,
    config,
    logger,
    historyPlayed,
    developerReader: new CatalogDeveloperReader({
      ...services,
      filter: config.developers.filter,
    }),
    developerCollector: createDeveloperCollector(collection),
    catalogReader: new ServiceCatalogReader({
      ...services,
      kinds: config.catalog.kinds,
    }),
    scanner: createScanner(collection, clock),
    closer: createCloser(collection, figures, definitions),
  });
  return createRouter([
    createActivityRouter({
      httpAuth: services.httpAuth,
      ingest: startIngest(services, collection),
    }),
    createReadRouter({ services, collection, figures, definitions }),
  ]);
}

async function startHeartbeat(
  { clock, health, logger, lifecycle }: Services,
  { stores, config }: CollectionOptions,
): Promise<void> {
  const store = stores.heartbeats;
  const period = config.heartbeatPeriod;
  const instanceId = randomUUID();
  const recorder = new HeartbeatRecorder({ store, instanceId, period });
  const loop = new HeartbeatLoop({
    recorder,
    store,
    health,
    clock,
    logger,
    period,
  });
  lifecycle.addStartupHook(() => loop.start());
  lifecycle.addShutdownHook(() => loop.stop());
}

function startIngest(
  { clock, lifecycle }: Services,
  collection: CollectionOptions,
): EventIngest {
  const committer = createCommitter(collection);
  const queue = new BatchQueue(batches => committer.commit(batches));
  lifecycle.addShutdownHook(() => queue.flush());
  return new EventIngest({
    clock,
    pseudonymize: collection.pseudonymize,
    submit: batch => queue.submit(batch),
  });
}

function createCloser(
  { clock, config, stores }: CollectionOptions,
  figures: FigureSource[],
  definitions: CurrentDefinitions,
): DayCloser {
  const { zone } = config;
  return new DayCloser({
    clock,
    zone,
    figures,
    closes: stores.closes,
    samples: stores.samples,
    definitionVersion: figure => definitions.versionOf(figure),
    firstDay: async () => {
      const installed = await installationInstant(stores.settings);
      return installed === undefined ? undefined : zone.dayOf(installed);
    },
  });
}

function createReadRouter(options: {
  services: Services;
  collection: CollectionOptions;
  figures: FigureSource[];
  definitions: CurrentDefinitions;
}): Router {
  const { services, collection, figures, definitions } = options;
  const { clock, config, stores } = collection;
  const { zone } = config;
  return createScorecardRouter({
    ...services,
    zone,
    samples: stores.samples,
    reporter: new ScorecardReporter({
      clock,
      zone,
      figures,
      definitions,
      samples: stores.samples,
      history: stores.history,
    }),
    diagnose: () =>
      diagnose({
        clock,
        zone,
        config: services.config,
        activity: stores.activity,
        developers: stores.developers,
        staleness: new StalenessReporter({ store: stores.scans }),
      }),
  });
}
