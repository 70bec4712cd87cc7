// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('heartbeats', table => {
    table.comment(
      'When which backend process was seen up; one row per stretch',
    );
    table.string('instance_id', 64).notNullable();
    table.integer('seq').notNullable().comment('0 for its first stretch');
    table.bigInteger('started_at').notNullable().comment('ms UTC');
    // Not indexed: it changes with every beat, and rows only grow with restarts.
    table.bigInteger('last_beat_at').notNullable().comment('ms UTC');
    table
      .bigInteger('period_ms')
      .notNullable()
      .comment('Time between two beats; two without a beat end the stretch');
    table
      .bigInteger('closed_at')
      .comment(
        'ms UTC of a stop in good order; null while up or after a crash',
      );
    table.string('close_reason', 32);
    table
      .string('state', 16)
      .notNullable()
      .defaultTo('up')
      .comment('up, or database while that did not answer the process');
    table.primary(['instance_id', 'seq']);
  });

  await knex.schema.createTable('components', table => {
    table.comment('What is watched from outside, by probes or by observers');
    table.increments('id');
    table.string('name', 64).notNullable().unique();
    table.string('source', 16).notNullable().comment('probe or push');
    table
      .string('observer', 255)
      .comment('Subject of the token that reports on it; null of a probe');
    table
      .boolean('counts')
      .notNullable()
      .comment('Whether the portal is down whenever this is');
    table
      .bigInteger('silence_ms')
      .notNullable()
      .comment('Without a check for longer, its state is unknown');
    table.bigInteger('first_success_at').comment('ms UTC; advice until then');
    table.bigInteger('last_check_at').comment('ms UTC');
    table.string('last_state', 16).comment('Of the last check: up or down');
    table.string('last_detail', 255).comment('What the last check saw');
    table
      .bigInteger('failing_since')
      .comment('ms UTC of the first of the failures in a row');
    table
      .bigInteger('steady_since')
      .comment('ms UTC since when all checks agree');
    table.integer('changes_day').comment('Days since 1970 of the newest state');
    table
      .integer('changes')
      .notNullable()
      .defaultTo(0)
      .comment('States that began that day');
    table.bigInteger('certificate_expires_at').comment('ms UTC');
  });

  await knex.schema.createTable('component_states', table => {
    table.comment('When a component was up or down; one row per stretch');
    table.integer('component_id').notNullable();
    table.bigInteger('from_at').notNullable().comment('ms UTC');
    // Not indexed: it changes with every check, and rows only with the state.
    table.bigInteger('to_at').notNullable().comment('ms UTC, exclusive');
    table
      .string('state', 16)
      .notNullable()
      .comment('up, down, or flapping while it changed too often to be kept');
    table.boolean('counts').notNullable().comment('As it was at that time');
    table.string('detail', 255).comment('What the first failure saw');
    table.primary(['component_id', 'from_at']);
    // What objects to the portal being up is found without all that was up.
    table.index(
      ['counts', 'state', 'from_at'],
      'component_states_counts_state_idx',
    );
  });

  await knex.schema.createTable('uptime_checks', table => {
    table.comment('Ids of recent pushed checks, so that none counts twice');
    table.integer('component_id').notNullable();
    table.string('check_id', 128).notNullable();
    table.bigInteger('received_at').notNullable().comment('ms UTC');
    table.primary(['component_id', 'check_id']);
    table.index(['received_at'], 'uptime_checks_received_at_idx');
  });

  await knex.schema.createTable('observer_days', table => {
    table.comment('What each observer has reported in a day, for its budget');
    table.string('observer', 255).notNullable().comment('Subject of its token');
    table.integer('day').notNullable().comment('Days since 1970');
    table.integer('checks').notNullable();
    table.integer('bytes').notNullable();
    table.primary(['observer', 'day']);
    table.index(['day'], 'observer_days_day_idx');
  });

  await knex.schema.createTable('maintenance_windows', table => {
    table.comment('Times that were declared as unavailable');
    table.increments('id');
    table.bigInteger('from_at').notNullable().comment('ms UTC');
    table.bigInteger('to_at').notNullable().comment('ms UTC, exclusive');
    table.bigInteger('declared_at').notNullable().comment('ms UTC');
    table.string('declared_by', 255).comment('Entity ref; null when forgotten');
    table.string('reason', 500).notNullable();
    table.bigInteger('cancelled_at').comment('ms UTC; ends it there');
    table.index(['to_at'], 'maintenance_windows_to_at_idx');
  });

  await knex.schema.createTable('incident_notes', table => {
    table.comment('What people wrote about times in which the portal was down');
    table.increments('id');
    table.bigInteger('moment_at').notNullable().comment('ms UTC within it');
    table.bigInteger('written_at').notNullable().comment('ms UTC');
    table.string('written_by', 255).comment('Entity ref; null when forgotten');
    table.string('note', 1000).notNullable();
    table.index(['moment_at'], 'incident_notes_moment_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incident_notes');
  await knex.schema.dropTable('maintenance_windows');
  await knex.schema.dropTable('observer_days');
  await knex.schema.dropTable('uptime_checks');
  await knex.schema.dropTable('component_states');
  await knex.schema.dropTable('components');
  await knex.schema.dropTable('heartbeats');
};
