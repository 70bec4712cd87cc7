import { basename, dirname, join } from 'node:path';
import { Config } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import knexFactory, { Knex } from 'knex';
import { isSqlite } from '../../database';

/** Our plugin id, which Backstage uses to name our database. */
const OWN_ID = 'adoption-metrics';

interface Place {
  connection: Record<string, unknown>;
  searchPath?: readonly string[];
}

/**
 * Opens the database of another plugin for reading: next to ours, as a
 * database, schema, or file.
 *
 * @throws ConflictError if its location is unknown, as with an in-memory
 * database
 */
export function connectPeer(
  pluginId: string,
  { knex, config }: { knex: Knex; config: Config },
): Knex {
  const own = knex.client.config as Knex.Config;
  const configured = config.getOptional(
    `backend.database.plugin.${pluginId}.connection`,
  );
  const pool = { min: 0, max: 2 };
  const { client, useNullAsDefault } = own;
  if (typeof configured === 'string') {
    return knexFactory({
      client,
      pool,
      useNullAsDefault,
      connection: configured,
    });
  }
  const place = placeOf(own, { pluginId, isFile: isSqlite(knex) });
  return knexFactory({
    client,
    pool,
    useNullAsDefault,
    searchPath: place.searchPath,
    connection: { ...place.connection, ...(configured as object | undefined) },
  });
}

function placeOf(
  { connection, searchPath }: Knex.Config,
  { pluginId, isFile }: { pluginId: string; isFile: boolean },
): Place {
  const ours = connection as Record<string, unknown>;
  const rename = (name: string) => name.replaceAll(OWN_ID, pluginId);
  if (isFile) {
    const filename = String(ours?.filename ?? '');
    const name = rename(basename(filename));
    assertOther(name, basename(filename));
    const options = { readonly: true };
    return { connection: { filename: join(dirname(filename), name), options } };
  }
  const schemas = [searchPath ?? []].flat();
  const database = String(ours?.database ?? '');
  const place = {
    connection: { ...ours, database: rename(database) },
    searchPath: schemas.length > 0 ? schemas.map(rename) : undefined,
  };
  assertOther(
    [place.connection.database, ...schemas.map(rename)].join(),
    [database, ...schemas].join(),
  );
  return place;
}

function assertOther(name: string, own: string): void {
  if (name === own) {
    throw new ConflictError(
      'The database of the other plugin is in memory, or under a name of its own; configure backend.database.plugin',
    );
  }
}
