// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alert_acknowledgements', table => {
    table.comment('Who has acknowledged an alert');
    table.integer('alert_id').primary();
    table.bigInteger('acknowledged_at').notNullable().comment('ms UTC');
    table.string('acknowledged_by', 255).comment('Null when forgotten');
    table.text('note');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_acknowledgements');
};
