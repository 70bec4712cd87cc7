import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { isSqlite, returnedRows } from './dialect';
import { SettingsStore } from './SettingsStore';

const INSTALLED_AT = 'installed_at';
const INSTALLATION = 'installation_id';

/** Of a digest in hex: nobody has a million portals. */
const NAME_LENGTH = 12;

/**
 * Remembers that the plugin was there at an instant in ms UTC, and returns the
 * earliest such instant. Called at every start, and with the beginning of any
 * imported history.
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
 * Names this installation for receivers that serve several: the same at every
 * start and on every replica, another one for each database, each portal's
 * address, and each place that a copy of a database is restored to.
 *
 * @param given.baseUrl - where the portal is
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

/** Where the database is, which a dump of it does not take along. */
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

// What only speaks the protocol of PostgreSQL may not know it.
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
