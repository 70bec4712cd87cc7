// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ingest_batches', table => {
    table.comment('Batches already counted, so that a replay is free');
    table.integer('person_id').notNullable();
    table.string('batch_id', 36).notNullable();
    table.bigInteger('received_at').notNullable().comment('ms UTC');
    table.text('outcome').notNullable().comment('The answer given, JSON');
    table.primary(['person_id', 'batch_id']);
    table.index(['received_at'], 'ingest_batches_received_at_idx');
  });

  await knex.schema.createTable('person_days', table => {
    table.comment('Who was active on which day');
    table.integer('day').notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'person_id']);
    table.index(['person_id', 'day'], 'person_days_person_id_day_idx');
  });

  await knex.schema.createTable('person_plugin_days', table => {
    table.comment('Who used which plugin on which day');
    table.integer('day').notNullable();
    table.string('plugin_id', 128).notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'plugin_id', 'person_id']);
  });

  await knex.schema.createTable('action_counts', table => {
    table.comment('How often each action was taken in each plugin');
    table.integer('day').notNullable();
    table.string('plugin_id', 128).notNullable();
    table.string('action', 64).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'plugin_id', 'action']);
  });

  await knex.schema.createTable('joining_ranges', table => {
    table.comment(
      'Closed ranges of time in which enough people joined to be spoken of',
    );
    table.integer('from_day').primary();
    table.integer('to_day').notNullable().comment('Exclusive');
    table.integer('people').notNullable().comment('As of the last day');
  });

  await knex.schema.createTable('joining_people', table => {
    table.comment('Who joined in which range');
    table.integer('person_id').primary();
    table.integer('range_from').notNullable();
    table.integer('joined_day').notNullable();
    table.index(['range_from'], 'joining_people_range_from_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('joining_people');
  await knex.schema.dropTable('joining_ranges');
  await knex.schema.dropTable('action_counts');
  await knex.schema.dropTable('person_plugin_days');
  await knex.schema.dropTable('person_days');
  await knex.schema.dropTable('ingest_batches');
};
