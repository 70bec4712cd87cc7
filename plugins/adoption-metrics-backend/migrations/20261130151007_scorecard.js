// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('definitions', table => {
    table.comment('Each version of what a metric means');
    table.string('metric', 32).notNullable();
    table.integer('version').notNullable();
    table.integer('from_day').notNullable();
    table.text('text').notNullable();
    table.text('parameters').notNullable().comment('JSON');
    table.primary(['metric', 'version']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('definitions');
};
