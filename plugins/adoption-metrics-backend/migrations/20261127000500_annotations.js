// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('annotations', table => {
    table.comment('What happened on a day, beside the metrics of that day');
    table.increments('id');
    table.integer('day').notNullable().index();
    table.text('text').notNullable();
    table.string('decision', 32).comment('What was decided at a deadline');
    table.bigInteger('written_at').notNullable().comment('ms UTC');
    table.string('written_by', 255).comment('Entity ref; null when forgotten');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('annotations');
};
