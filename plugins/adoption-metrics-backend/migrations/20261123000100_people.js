// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('people', table => {
    table.comment('Everybody seen or expected, by keyed pseudonym only');
    table.increments('id');
    table.string('pseudonym', 32).notNullable().unique();
    table.integer('first_day').comment('First active day');
    table.integer('last_day').comment('Last active day');
  });

  await knex.schema.createTable('developer_spans', table => {
    table.comment('Who counted as a developer: days from_day to before to_day');
    table.integer('person_id').notNullable();
    table.integer('from_day').notNullable();
    table.integer('to_day').comment('Exclusive; null while it lasts');
    table.primary(['person_id', 'from_day']);
    table.index(['from_day', 'to_day'], 'developer_spans_days_idx');
  });

  await knex.schema.createTable('developer_counts', table => {
    table.comment('The denominator of active users, day by day');
    table.integer('day').primary();
    table.integer('developers').notNullable();
    table.integer('excluded').notNullable();
    table
      .boolean('held')
      .notNullable()
      .comment('A sudden fall was not believed yet; the last value holds');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('developer_counts');
  await knex.schema.dropTable('developer_spans');
  await knex.schema.dropTable('people');
};
