import { DatabaseService } from '@backstage/backend-plugin-api';
import { abandonStatements } from './abandonment';
import { cardinalityRetention } from './CardinalityLimit';
import { isSqlite } from './dialect';
import { installationName, recordInstallation } from './installation';
import { openDatabase } from './migrate';
import { SettingsStore } from './SettingsStore';

/** Opens the database with the newest tables in it. */
export async function createDatabase(handles: {
  database: DatabaseService;
  /** When the plugin is started, in ms UTC: its installation if it is the first time. */
  installedAt: number;
  /** Where the portal is: `app.baseUrl`. */
  baseUrl: string;
}) {
  const knex = await openDatabase(handles.database);
  abandonStatements(knex);
  const settings = new SettingsStore(knex);
  await recordInstallation(settings, handles.installedAt);
  const { baseUrl } = handles;
  return {
    knex,
    settings,
    /** Names this installation, for receivers that serve several. */
    installation: await installationName({ knex, settings, baseUrl }),
    /** How many statements may run at once; those of SQLite never wait. */
    connections: isSqlite(knex) ? Infinity : Number(knex.client.pool.max),
    part: { retention: cardinalityRetention },
  };
}
