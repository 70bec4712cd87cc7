import { readdir } from 'node:fs/promises';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

/** Where knex notes which migrations have run. */
const APPLIED = 'knex_migrations';

/**
 * Refuses a database whose tables this edition would misread.
 *
 * @param directory - of the migrations of this edition
 * @throws ConflictError if another edition made the database
 */
export async function assertSameEdition(
  knex: Knex,
  directory: string,
): Promise<void> {
  const own = (await readdir(directory)).filter(name => name.endsWith('.js'));
  const foreign = (await appliedTo(knex)).find(name => !own.includes(name));
  if (foreign === undefined) {
    return;
  }
  const isNewer = own.every(name => name < foreign);
  throw new ConflictError(
    isNewer
      ? `This database was made by a newer edition of Adoption Metrics, with the migration ${foreign}; install that edition again`
      : 'This database was made by an older edition of Adoption Metrics and cannot be upgraded; ' +
        'drop it (by default the database backstage_plugin_adoption-metrics of PostgreSQL or the file adoption-metrics.sqlite; ' +
        'for the demo portal, `rm -r .portal`) and start again',
  );
}

async function appliedTo(knex: Knex): Promise<string[]> {
  return (await knex.schema.hasTable(APPLIED))
    ? knex(APPLIED).orderBy('name').pluck('name')
    : [];
}
