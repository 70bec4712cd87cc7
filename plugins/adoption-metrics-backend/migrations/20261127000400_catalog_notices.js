// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_owner_notices', table => {
    table.comment('When owners were last notified of their stale entities');
    table.string('owner_ref', 255).primary();
    table.bigInteger('notified_at').notNullable().comment('ms UTC');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_owner_notices');
};
