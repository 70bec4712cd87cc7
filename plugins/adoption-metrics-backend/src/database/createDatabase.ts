import { DatabaseService } from '@backstage/backend-plugin-api';
import { cardinalityRetention } from './CardinalityLimit';
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
  const settings = new SettingsStore(knex);
  await recordInstallation(settings, handles.installedAt);
  return { knex, settings, part: { retention: cardinalityRetention } };
}
