// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_scans', table => {
    table.comment('Readings of the catalog, completed and failed');
    table.increments('id');
    table
      .string('source', 64)
      .notNullable()
      .comment('Which catalog was read: portal or history');
    table.bigInteger('started_at').notNullable().comment('ms UTC');
    table.bigInteger('finished_at').notNullable().index().comment('ms UTC');
    table.string('status', 16).notNullable().comment('completed or failed');
    table.integer('total').comment('Entities that count; null if failed');
    table.integer('stale').comment('Those with a reason; null if failed');
    table.text('breakdown').comment('JSON: counts by reason, kind and owner');
    table.text('error').comment('Why it failed');
  });

  await knex.schema.createTable('catalog_findings', table => {
    table.comment('What the latest completed scan of each source found');
    table.integer('scan_id').notNullable();
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
    table.primary(['scan_id', 'entity_uid', 'reason']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_findings');
  await knex.schema.dropTable('catalog_scans');
};
