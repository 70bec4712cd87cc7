import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createStores,
  openDatabase,
  readConfig,
  recordInstallation,
} from '../pluginInternals';
import { QuietCluster, QuietYear } from './QuietCluster';

const DAY_MS = 86_400_000;

/** Lets replicas live for a year. The backend is ready when that is over. */
export default createBackendPlugin({
  pluginId: 'adoption-metrics',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
      },
      async init({ config, database, logger }) {
        const year = config.get<QuietYear>('benchmark.year');
        const knex = await openDatabase(database);
        const stores = createStores(knex, readConfig(config));
        const start = Date.now() - year.days * DAY_MS;
        await recordInstallation(stores.settings, start);
        await new QuietCluster({ year, stores, logger, start }).live();
      },
    });
  },
});
