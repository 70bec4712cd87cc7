import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { isSqlite, returnedRows } from './dialect';
import { SettingsStore } from './SettingsStore';

const INSTALLED_AT = 'installed_at';
const INSTALLATION = 'installation_id';

/** In hex digits. */
const NAME_LENGTH = 12;

/**
 * Stores when the plugin was installed, and returns the earliest known instant.
 * Called at every start, and when history is imported.
 *
 * @param instant - in ms UTC
 */
export function recordInstallation(
  settings: SettingsStore,
  instant: number,
): Promise<number> {
  return settings.keepEarliest(INSTALLED_AT, instant);
}

/** When the plugin was installed, in ms UTC. */
export async function installationInstant(
  settings: SettingsStore,
): Promise<number | undefined> {
  const stored = await settings.get(INSTALLED_AT);
  return stored === undefined ? undefined : Number(stored);
}

/**
 * Identifies this installation to receivers that serve several. The same for
 * every start and replica; different for each database, portal URL, and
 * restored copy of a database.
 *
 * @param given.baseUrl - URL of the portal
 */
export async function installationName(given: {
  knex: Knex;
  settings: Pick<SettingsStore, 'getOrSet'>;
  baseUrl: string;
}): Promise<string> {
  const { knex, settings, baseUrl } = given;
  const id = await settings.getOrSet(INSTALLATION, randomUUID());
  const parts = [id, baseUrl, await placeOf(knex)];
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, NAME_LENGTH);
}

/** Identifies where the database is; not part of its dumps. */
async function placeOf(knex: Knex): Promise<string> {
  if (isSqlite(knex)) {
    const [{ file }] = await knex.raw('PRAGMA database_list');
    return String(file ?? '');
  }
  const [{ place }] = returnedRows<{ place: string }>(
    await knex.raw(
      `select oid::text as place from pg_database where datname = current_database()`,
    ),
  );
  return `${place} ${await clusterOf(knex)}`;
}

// Databases that are only compatible with PostgreSQL may not support it.
async function clusterOf(knex: Knex): Promise<string> {
  try {
    const [{ cluster }] = returnedRows<{ cluster: string }>(
      await knex.raw(
        'select system_identifier::text as cluster from pg_control_system()',
      ),
    );
    return cluster;
  } catch {
    return '';
  }
}
