import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  CacheService,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { HeapAnswer, SystemUnderTest, systemVariable } from './contract';
import { benchmarkSignIn } from './signIn';

// Ends with the measuring process, even if that crashes.
process.on('disconnect', () => process.exit(1));

process.on('message', () => {
  global.gc!();
  const answer: HeapAnswer = {
    type: 'heap',
    bytes: process.memoryUsage().heapUsed,
  };
  process.send!(answer);
});

/** Gives every system the same durability as ours. */
function durableWrites(pluginId: string): BackendFeature {
  return createBackendModule({
    pluginId,
    moduleId: 'durable-writes',
    register(registration) {
      registration.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          const knex = await database.getClient();
          if (String(knex.client.config.client).includes('sqlite3')) {
            await knex.raw('PRAGMA journal_mode = WAL');
            await knex.raw('PRAGMA synchronous = FULL');
          }
        },
      });
    },
  });
}

/** Disables caching, so that every response is computed. */
const forgetfulCache = createServiceFactory({
  service: coreServices.cache,
  deps: {},
  factory() {
    const cache: CacheService = {
      get: async () => undefined,
      set: async () => {},
      delete: async () => {},
      withOptions: () => cache,
    };
    return cache;
  },
});

function loadPlugin(system: SystemUnderTest): BackendFeature {
  const load = createRequire(join(system.directory, 'package.json'));
  return load(system.package).default;
}

const system: SystemUnderTest = JSON.parse(process.env[systemVariable]!);
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(benchmarkSignIn);
backend.add(catalogServiceMock.factory());
backend.add(forgetfulCache);
backend.add(durableWrites(system.pluginId));
backend.add(loadPlugin(system));
backend.start();
