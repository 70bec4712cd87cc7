// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alert_mutes', table => {
    table.comment('Through which day nobody is notified of a rule');
    table.string('rule', 32).primary();
    table.integer('until_day').notNullable().comment('Days since 1970');
    table.bigInteger('muted_at').notNullable().comment('ms UTC');
    table.string('muted_by', 255).comment('Null when forgotten');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_mutes');
};
