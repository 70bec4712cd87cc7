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
 * Opens the database, migrates it, and compares its clock with ours.
 *
 * @param handles.clock - of the process
 */
export async function createDatabase(handles: {
  database: DatabaseService;
  clock: Clock;
  logger: LoggerService;
  /** URL of the portal: `app.baseUrl`. */
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
    // If it fails, the next start tries again.
    clock.whenSet.then(record).catch(() => {});
  }
  return {
    knex,
    settings,
    /** Identifies this installation to receivers that serve several. */
    installation: await installationName({ knex, settings, baseUrl }),
    /** How many statements can run at once. SQLite has no limit. */
    connections: isSqlite(knex) ? Infinity : Number(knex.client.pool.max),
    /** The clock that the whole plugin uses. */
    clock,
    part: { ...part, retention: cardinalityRetention },
  };
}
