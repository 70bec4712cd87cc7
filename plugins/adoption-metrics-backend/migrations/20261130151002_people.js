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
    table
      .boolean('opted_out')
      .notNullable()
      .defaultTo(false)
      .comment('Asked not to be counted');
    table
      .boolean('excluded')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Left out by configuration, as of the last reading of the catalog',
      );
    table
      .boolean('former_secret')
      .notNullable()
      .defaultTo(false)
      .comment('The pseudonym is still made with the secret before this one');
    table
      .integer('merged_into')
      .comment('The person as whom this identity counts; null for a person');
    table.index(['first_day'], 'people_first_day_idx');
    table.index(['merged_into'], 'people_merged_into_idx');
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
    table.integer('joined').comment('New on this day; null when unknown');
    table.integer('departed').comment('Gone on this day; null when unknown');
  });

  await knex.schema.createTable('teams', table => {
    table.comment('Groups of the catalog, as they were last seen');
    table.increments('id');
    table.string('entity_ref', 255).notNullable().unique();
    table.string('name', 255).notNullable();
    table.integer('parent_id').comment('The team above; null at the top');
    table
      .boolean('present')
      .notNullable()
      .comment('Whether the catalog has it still');
  });

  await knex.schema.createTable('team_spans', table => {
    table.comment(
      'Which developers were in a team, or in one below it: days from_day to before to_day',
    );
    table.integer('person_id').notNullable();
    table.integer('team_id').notNullable();
    table.integer('from_day').notNullable();
    table.integer('to_day').comment('Exclusive; null while it lasts');
    table.primary(['person_id', 'team_id', 'from_day']);
    table.index(['team_id', 'from_day'], 'team_spans_team_id_idx');
  });

  await knex.schema.createTable('attribute_values', table => {
    table.comment('Values of configured attributes that several people share');
    table.increments('id');
    table.string('attribute', 32).notNullable();
    table
      .string('value', 128)
      .notNullable()
      .comment('Empty for all that few people have');
    table.unique(['attribute', 'value']);
  });

  await knex.schema.createTable('attribute_spans', table => {
    table.comment(
      'Which developers had a value: days from_day to before to_day',
    );
    table.integer('person_id').notNullable();
    table.integer('value_id').notNullable();
    table.integer('from_day').notNullable();
    table.integer('to_day').comment('Exclusive; null while it lasts');
    table.primary(['person_id', 'value_id', 'from_day']);
    table.index(['value_id', 'from_day'], 'attribute_spans_value_id_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('attribute_spans');
  await knex.schema.dropTable('attribute_values');
  await knex.schema.dropTable('team_spans');
  await knex.schema.dropTable('teams');
  await knex.schema.dropTable('developer_counts');
  await knex.schema.dropTable('developer_spans');
  await knex.schema.dropTable('people');
};
