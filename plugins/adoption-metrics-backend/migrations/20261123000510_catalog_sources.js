// @ts-check

/**
 * Findings belong to a scan, and scans to the catalog that was read: a told
 * history no longer takes the place of what was found in the portal. Findings
 * are dropped; the next scan finds them again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('catalog_scans', table => {
    table
      .string('source', 64)
      .notNullable()
      .defaultTo('portal')
      .comment('Which catalog was read: portal or history');
  });
  await knex.schema.dropTable('catalog_findings');
  await createFindings(knex, ['scan_id', 'entity_uid', 'reason']);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_findings');
  await createFindings(knex, ['entity_uid', 'reason']);
  await knex.schema.alterTable('catalog_scans', table => {
    table.dropColumn('source');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @param {string[]} key
 */
async function createFindings(knex, key) {
  await knex.schema.createTable('catalog_findings', table => {
    table.comment('What the latest completed scan of each source found');
    if (key.includes('scan_id')) {
      table.integer('scan_id').notNullable();
    }
    table.string('entity_uid', 255).notNullable();
    table.string('reason', 64).notNullable();
    table.text('entity_ref').notNullable();
    table.string('kind', 255).notNullable();
    table.text('owner_ref');
    table.text('sentence').notNullable();
    table.text('hint').notNullable();
    table.bigInteger('since_at').notNullable().comment('ms UTC, first seen');
    table
      .boolean('counted')
      .notNullable()
      .comment('False while the grace period of the reason lasts');
    table.primary(key);
  });
}
