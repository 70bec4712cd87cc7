import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  ActivityCounter,
  BatchCommitter,
  Commit,
  NameLimiter,
} from './activity';
import { AppliedRule, CatalogScanner } from './catalog';
import { AdoptionMetricsConfig } from './config';
import { CardinalityLimit } from './database';
import { PageLoadCounter } from './pageLoad';
import {
  CatalogOrganizationReader,
  DeveloperCollector,
  FirstReadingGuard,
  OrganizationReader,
  Pseudonymizer,
  UserSorter,
} from './people';
import { DirtyDayCounter } from './scorecard';
import { Services } from './services';
import { Stores, targetMsOf } from './stores';

interface CollectionOptions {
  knex: Knex;
  config: AdoptionMetricsConfig;
  stores: Stores;
  /** By which entities are judged. */
  rules: AppliedRule[];
  pseudonymize: Pseudonymizer;
  clock: Clock;
}

/** Most names that each of these can have on a day. */
const nameLimits = { route: 200, plugin: 200, action: 100 };

/** Stores batches of events with everything that counts them. */
export function createCommitter(options: CollectionOptions): {
  commit: Commit;
} {
  const { knex, config, stores, clock } = options;
  const { zone } = config;
  const names = createNameLimiter(options);
  const committer = new BatchCommitter({
    knex,
    zone,
    people: stores.people,
    counters: [
      new ActivityCounter(),
      new PageLoadCounter({ targetMs: targetMsOf(config), zone }),
      new DirtyDayCounter({ clock, zone }),
    ],
  });
  return {
    commit: async batches => committer.commit(await names.limit(batches)),
  };
}

function createNameLimiter({ knex, config }: CollectionOptions): NameLimiter {
  const limitOf = (dimension: keyof typeof nameLimits) =>
    new CardinalityLimit({ knex, dimension, limit: nameLimits[dimension] });
  return new NameLimiter({
    zone: config.zone,
    limits: {
      route: limitOf('route'),
      plugin: limitOf('plugin'),
      action: limitOf('action'),
    },
  });
}

/** @param firstReading - what doubts the first one; a told one is beyond doubt */
export function createDeveloperCollector(
  options: CollectionOptions,
  firstReading?: FirstReadingGuard,
): DeveloperCollector {
  const { stores, pseudonymize } = options;
  const { people, developers, teams } = stores;
  return new DeveloperCollector({
    people,
    developers,
    teams,
    pseudonymize,
    sorter: createUserSorter(options),
    firstReading,
  });
}

export function createOrganizationReader(
  { catalog, auth }: Services,
  { config }: CollectionOptions,
): OrganizationReader {
  const { filter } = config.developers;
  return new CatalogOrganizationReader({ catalog, auth, filter });
}

export function createUserSorter({
  stores,
  config,
  pseudonymize,
}: CollectionOptions): UserSorter {
  const { exclude } = config.developers;
  return new UserSorter({ people: stores.people, pseudonymize, exclude });
}

/** @param clock - the live one, or that of a told history */
export function createScanner(
  { stores, config, rules }: CollectionOptions,
  clock: Clock,
): CatalogScanner {
  return new CatalogScanner({
    journal: stores.scanJournal,
    memory: {
      ages: stores.entityAges,
      verifications: stores.verifications,
    },
    rules,
    clock,
    dayOf: instant => config.zone.dayOf(instant),
  });
}

export type { CollectionOptions };
