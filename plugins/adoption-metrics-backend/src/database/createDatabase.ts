import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { abandonStatements } from './abandonment';
import { cardinalityRetention } from './CardinalityLimit';
import { createClock } from './clock';
import { isSqlite } from './dialect';
import { installationName, recordInstallation } from './installation';
import { openDatabase } from './migrate';
import { SettingsStore } from './SettingsStore';

/**
 * Opens the database with the newest tables in it, and agrees with it on the time.
 *
 * @param handles.clock - of the process
 */
export async function createDatabase(handles: {
  database: DatabaseService;
  clock: Clock;
  logger: LoggerService;
  /** Where the portal is: `app.baseUrl`. */
  baseUrl: string;
}) {
  const { logger, clock: own, baseUrl } = handles;
  const knex = await openDatabase(handles.database, logger);
  abandonStatements(knex);
  const settings = new SettingsStore(knex);
  const { clock, part } = await createClock({ own, knex, settings, logger });
  const record = () => recordInstallation(settings, clock.now());
  if (clock.isSet) {
    await record();
  } else {
    // The next start tries it again.
    clock.whenSet.then(record).catch(() => {});
  }
  return {
    knex,
    settings,
    /** Names this installation, for receivers that serve several. */
    installation: await installationName({ knex, settings, baseUrl }),
    /** How many statements may run at once; those of SQLite never wait. */
    connections: isSqlite(knex) ? Infinity : Number(knex.client.pool.max),
    /** The time of the plugin: everything after this asks it. */
    clock,
    part: { ...part, retention: cardinalityRetention },
  };
}
