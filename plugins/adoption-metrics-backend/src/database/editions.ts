import { readdir } from 'node:fs/promises';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

/** Where knex notes which migrations have run. */
const APPLIED = 'knex_migrations';

/**
 * The setting in which a migration that takes something away, or gives it another
 * meaning, notes its own name: editions without that migration must not go on.
 */
const OLDEST_READER = 'schema.oldest_reader';

/** How the tables of a database compare with those of this edition. */
export interface Edition {
  /** Migrations of this edition that have not run yet. */
  pending: string[];
  /** Migrations that this edition does not know, but gets along with. */
  newer: string[];
}

/**
 * Compares the tables of a database with those of this edition. What a newer one
 * has only added does no harm.
 *
 * @param directory - of the migrations of this edition
 * @throws ConflictError if this edition would misread the database
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
