// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('settings', table => {
    table.comment('Facts about this installation, one row each');
    table.string('key', 64).primary();
    table.text('value').notNullable();
  });

  await knex.schema.createTable('daily_members', table => {
    table.comment(
      'Values that a dimension had on a day; further ones count as other',
    );
    table.integer('day').notNullable();
    table.string('dimension', 32).notNullable();
    table.string('value', 128).notNullable();
    table
      .integer('slot')
      .notNullable()
      .comment('Its number, from 1: unique, so that there are never too many');
    table
      .integer('taken_by')
      .notNullable()
      .comment('Eight bits of a hash of who sent it first');
    table.primary(['day', 'dimension', 'value']);
    table.unique(['day', 'dimension', 'slot'], {
      indexName: 'daily_members_slot_uniq',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('daily_members');
  await knex.schema.dropTable('settings');
};
