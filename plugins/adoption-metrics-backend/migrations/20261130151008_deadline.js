// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deadlines', table => {
    table.comment(
      'A goal for active users with a date; a change makes another',
    );
    table.increments('id');
    table
      .string('source', 16)
      .notNullable()
      .comment('configuration, api, history');
    table.integer('start_day').notNullable();
    table.integer('deadline_day').notNullable();
    table.double('goal').notNullable().comment('Share of developers');
    table
      .integer('hold')
      .notNullable()
      .comment('Closed weeks to hold the goal');
    table.bigInteger('set_at').notNullable().comment('ms UTC');
    table.string('set_by', 255).comment('Entity ref; null when forgotten');
    table.bigInteger('ended_at').comment('ms UTC; null while it runs');
    table.string('ended_by', 255).comment('Entity ref; null when forgotten');
    table
      .text('holidays')
      .comment('JSON: half-open intervals of days; null without any');
    // One deadline at a time: two replicas that set one at once cannot both.
    table.boolean('is_current').comment('true while it runs, null afterwards');
    table.unique(['is_current'], { indexName: 'deadlines_is_current_uidx' });
  });

  // A change of who is notified begins no other deadline.
  await knex.schema.createTable('deadline_recipients', table => {
    table.comment('Who is notified of a deadline, beside the configuration');
    table.integer('deadline_id').notNullable();
    table.integer('version').notNullable().comment('Counted from 1');
    table.text('recipients').notNullable().comment('JSON: entity refs');
    table.bigInteger('set_at').notNullable().comment('ms UTC');
    table.string('set_by', 255).comment('Entity ref; null when forgotten');
    table.primary(['deadline_id', 'version']);
  });

  await knex.schema.createTable('deadline_weeks', table => {
    table.comment(
      'What was known of a deadline at the end of a week, and corrections',
    );
    table.integer('deadline_id').notNullable();
    table.integer('week_day').notNullable().comment('Last day of the ISO week');
    table
      .integer('revision')
      .notNullable()
      .comment('0 at the end of the week; corrections count from 1');
    table.string('state', 32).notNullable();
    table.integer('active');
    table.integer('developers');
    table.double('probability').comment('Null without a forecast');
    table.text('forecast').comment('JSON: the forecast and its inputs');
    table.text('risk').notNullable().comment('JSON: bad and good weeks so far');
    table.bigInteger('evaluated_at').notNullable().comment('ms UTC');
    table.primary(['deadline_id', 'week_day', 'revision']);
  });

  await knex.schema.createTable('annotations', table => {
    table.comment('What happened on a day, beside the metrics of that day');
    table.increments('id');
    table.integer('day').notNullable().index();
    table.text('text').notNullable();
    table.string('decision', 100).comment('What was decided: id of an option');
    table.string('decision_title', 255).comment('As it read at that time');
    table.bigInteger('written_at').notNullable().comment('ms UTC');
    table.string('written_by', 255).comment('Entity ref; null when forgotten');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('annotations');
  await knex.schema.dropTable('deadline_weeks');
  await knex.schema.dropTable('deadline_recipients');
  await knex.schema.dropTable('deadlines');
};
