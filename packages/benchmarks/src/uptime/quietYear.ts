import {
  ComponentStore,
  HeartbeatStore,
  openDatabase,
  recordInstallation,
  SettingsStore,
} from '../pluginInternals';
import { standIn } from '../standIn';
import { QuietCluster, QuietYear } from './QuietCluster';

const DAY_MS = 86_400_000;

/** Lets replicas live for a year. The backend is ready when that is over. */
export default standIn(async ({ config, database, logger }) => {
  const year = config.get<QuietYear>('benchmark.year');
  const knex = await openDatabase(database);
  const stores = {
    heartbeats: new HeartbeatStore(knex),
    components: new ComponentStore(knex),
  };
  const start = Date.now() - year.days * DAY_MS;
  await recordInstallation(new SettingsStore(knex), start);
  await new QuietCluster({ year, stores, logger, start }).live();
});
