import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { ActivityWriter, BatchCommitter } from './activity';
import { CatalogScanner, createStalenessRules } from './catalog';
import { AdoptionMetricsConfig } from './config';
import { PageLoadWriter } from './pageLoad';
import { DeveloperCollector, Pseudonymizer } from './people';
import { DirtyDayWriter } from './scorecard';
import { Stores, targetMsOf } from './stores';

interface CollectionOptions {
  knex: Knex;
  config: AdoptionMetricsConfig;
  stores: Stores;
  pseudonymize: Pseudonymizer;
  clock: Clock;
}

/** Stores batches of events with everything that counts them. */
export function createCommitter(options: CollectionOptions): BatchCommitter {
  const { knex, config, stores, clock } = options;
  const { zone } = config;
  return new BatchCommitter({
    knex,
    zone,
    people: stores.people,
    writers: [
      new ActivityWriter(),
      new PageLoadWriter({ targetMs: targetMsOf(config), zone }),
      new DirtyDayWriter({ clock, zone, closes: stores.closes }),
    ],
  });
}

export function createDeveloperCollector(
  options: CollectionOptions,
): DeveloperCollector {
  const { stores, config, pseudonymize } = options;
  return new DeveloperCollector({
    people: stores.people,
    developers: stores.developers,
    pseudonymize,
    exclude: config.developers.exclude,
  });
}

/** @param clock - the live one, or that of a told history */
export function createScanner(
  { stores, config }: CollectionOptions,
  clock: Clock,
): CatalogScanner {
  return new CatalogScanner({
    store: stores.scans,
    rules: createStalenessRules(config.catalog),
    clock,
  });
}

export type { CollectionOptions };
