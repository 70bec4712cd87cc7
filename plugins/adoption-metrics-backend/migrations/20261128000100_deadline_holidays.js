// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deadlines', table => {
    table
      .text('holidays')
      .comment('JSON: half-open intervals of days; null without any');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deadlines', table => {
    table.dropColumn('holidays');
  });
};
