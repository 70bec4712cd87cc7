import { DatabaseService } from '@backstage/backend-plugin-api';
import { abandonStatements } from './abandonment';
import { cardinalityRetention } from './CardinalityLimit';
import { isSqlite } from './dialect';
import { recordInstallation } from './installation';
import { openDatabase } from './migrate';
import { SettingsStore } from './SettingsStore';

/** Opens the database with the newest tables in it. */
export async function createDatabase(handles: {
  database: DatabaseService;
  /** When the plugin is started, in ms UTC: its installation if it is the first time. */
  installedAt: number;
}) {
  const knex = await openDatabase(handles.database);
  abandonStatements(knex);
  const settings = new SettingsStore(knex);
  await recordInstallation(settings, handles.installedAt);
  return {
    knex,
    settings,
    /** How many statements may run at once; those of SQLite never wait. */
    connections: isSqlite(knex) ? Infinity : Number(knex.client.pool.max),
    part: { retention: cardinalityRetention },
  };
}
