import { readdir } from 'node:fs/promises';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

/** Knex's table of applied migrations. */
const APPLIED = 'knex_migrations';

/**
 * A migration that removes something or changes its meaning stores its own name
 * in this setting. Versions without that migration must not use the database.
 */
const OLDEST_READER = 'schema.oldest_reader';

/** How the schema of a database compares with that of this version. */
interface Edition {
  /** Migrations that have not been applied yet. */
  pending: string[];
  /** Unknown but compatible migrations of a newer version. */
  newer: string[];
}

/**
 * Compares the schema of a database with that of this version. Additions by a
 * newer version are fine.
 *
 * @param directory - of this version's migrations
 * @throws ConflictError if this version is not compatible with the database
 */
export async function compareEditions(
  knex: Knex,
  directory: string,
): Promise<Edition> {
  const own = (await readdir(directory)).filter(name => name.endsWith('.js'));
  const applied = await appliedTo(knex);
  const foreign = applied.filter(name => !own.includes(name));
  const pending = own.filter(name => !applied.includes(name));
  const [first] = foreign;
  if (first === undefined) {
    return { pending, newer: [] };
  }
  const isNewer = own.every(name => name < first);
  if (!isNewer) {
    throw new ConflictError(
      'This database was created by an older version of Adoption Metrics and cannot be upgraded; ' +
        'drop it (by default the database backstage_plugin_adoption-metrics of PostgreSQL or the file adoption-metrics.sqlite; ' +
        'for the demo portal, `rm -r .portal`) and start again',
    );
  }
  if (pending.length > 0 || !(await canRead(knex, own))) {
    throw new ConflictError(
      `This database was created by a newer version of Adoption Metrics, with the migration ${first}; install that version again`,
    );
  }
  return { pending, newer: foreign };
}

async function canRead(knex: Knex, own: string[]): Promise<boolean> {
  const row = await knex('settings').where({ key: OLDEST_READER }).first();
  return row === undefined || own.includes(row.value);
}

async function appliedTo(knex: Knex): Promise<string[]> {
  return (await knex.schema.hasTable(APPLIED))
    ? knex(APPLIED).orderBy('name').pluck('name')
    : [];
}
