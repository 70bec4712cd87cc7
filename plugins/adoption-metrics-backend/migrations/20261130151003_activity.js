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
    table.integer('accepted').notNullable().comment('Events that count');
    table.integer('rejected').notNullable().comment('Events that do not');
    table.integer('page_loads').notNullable().comment('Among the accepted');
    table
      .text('faults')
      .comment('JSON: what was wrong with the first of the rejected');
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

  await knex.schema.createTable('sign_in_shapes', table => {
    table.comment('How the names look with which people sign in; no names');
    table.integer('day').notNullable();
    table.string('shape', 200).notNullable();
    table.bigInteger('n').notNullable().comment('Batches');
    table.primary(['day', 'shape']);
  });

  await knex.schema.createTable('action_counts', table => {
    table.comment('How often each action was taken in each plugin');
    table.integer('day').notNullable();
    table.string('plugin_id', 128).notNullable();
    table.string('action', 64).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'plugin_id', 'action']);
  });

  await knex.schema.createTable('action_kind_counts', table => {
    table.comment('How often templates were run, documents read, and so on');
    table.integer('day').notNullable();
    table.string('kind', 32).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'kind']);
  });

  await knex.schema.createTable('person_action_days', table => {
    table.comment('Who ran templates, read documents, and so on, on which day');
    table.integer('day').notNullable();
    table.string('kind', 32).notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'kind', 'person_id']);
  });

  await knex.schema.createTable('installed_plugins', table => {
    table.comment('Plugins that the app has, as browsers report; no people');
    table.string('plugin_id', 128).notNullable();
    table.string('surface', 8).notNullable().comment('page or card');
    table
      .integer('witness')
      .notNullable()
      .comment('Eight bits of a hash of who reported it; two of them suffice');
    table.integer('first_day').notNullable();
    table.integer('last_day').notNullable();
    table.primary(['plugin_id', 'surface', 'witness']);
  });

  await knex.schema.createTable('known_names', table => {
    table.comment(
      'Names of plugins, pages and actions that keep a place of their own',
    );
    table.string('dimension', 32).notNullable();
    table.string('name', 128).notNullable().comment('In lower case');
    table
      .integer('witness')
      .notNullable()
      .comment('Eight bits of a hash of who used it; three of them suffice');
    table.string('spelling', 128).notNullable();
    table.bigInteger('first_at').notNullable().comment('ms UTC');
    table.integer('last_day').notNullable().comment('On which anybody used it');
    table.primary(['dimension', 'name', 'witness']);
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

  await knex.schema.createTable('frozen_periods', table => {
    table.comment('Four weeks in which it is fixed whom breakdowns count');
    table.integer('first_day').primary();
    table.integer('people').notNullable();
    table.integer('minimum_group_size').notNullable();
    table
      .text('atom_sizes')
      .notNullable()
      .comment('JSON: how many people are in each atom');
  });

  await knex.schema.createTable('frozen_groups', table => {
    table.comment('Groups of people whose numbers are shown in four weeks');
    table.integer('first_day').notNullable();
    table.integer('position').notNullable();
    table.string('kind', 16).notNullable().comment('team, pooled or others');
    table.integer('parent').comment('Position of the group around it');
    table.string('team_ref', 255).comment('The team that it is');
    table
      .text('teams')
      .notNullable()
      .comment('JSON: the team, and teams without a group of their own');
    table.text('atoms').notNullable().comment('JSON: the atoms it consists of');
    table.primary(['first_day', 'position']);
    table.index(['team_ref', 'first_day'], 'frozen_groups_team_idx');
  });

  await knex.schema.createTable('frozen_attributes', table => {
    table.comment(
      'Groups of people who share an attribute, whose numbers are shown',
    );
    table.integer('first_day').notNullable();
    table.integer('position').notNullable();
    table.string('attribute', 32).notNullable();
    table
      .boolean('before_teams')
      .notNullable()
      .comment('Broken down before teams');
    table.string('kind', 16).notNullable().comment('value, none or others');
    table.text('values').notNullable().comment('JSON: the values in it');
    table.text('atoms').notNullable().comment('JSON: the atoms it consists of');
    table.primary(['first_day', 'position']);
  });

  await knex.schema.createTable('frozen_members', table => {
    table.comment('In which atom a person is counted in four weeks');
    table.integer('first_day').notNullable();
    table.integer('person_id').notNullable();
    table.integer('atom').notNullable();
    table.primary(['first_day', 'person_id']);
    table.index(['person_id'], 'frozen_members_person_id_idx');
  });

  await knex.schema.createTable('day_readers', table => {
    table.comment(
      'Who opened our card or page today; a count once the day is closed',
    );
    table.integer('day').notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'person_id']);
  });

  await knex.schema.createTable('day_failures', table => {
    table.comment(
      'Whose batches were refused or given up; a count once the day is closed',
    );
    table.integer('day').notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'person_id']);
  });

  await knex.schema.createTable('activity_days', table => {
    table.comment('Whether people could be counted on a closed day');
    table.integer('day').primary();
    table.integer('reporters').notNullable().comment('Browsers reported');
    table.integer('readers').notNullable().comment('Opened our card or page');
    table.integer('reporting_readers').notNullable().comment('Both');
    table
      .integer('failed_reporters')
      .notNullable()
      .comment('Only had batches refused or given up');
    table.boolean('is_running').notNullable().comment('The backend was up');
    table
      .string('judgment', 32)
      .comment('observed, or why it is not; null until judged');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('joining_people');
  await knex.schema.dropTable('joining_ranges');
  await knex.schema.dropTable('frozen_members');
  await knex.schema.dropTable('frozen_attributes');
  await knex.schema.dropTable('frozen_groups');
  await knex.schema.dropTable('frozen_periods');
  await knex.schema.dropTable('activity_days');
  await knex.schema.dropTable('day_failures');
  await knex.schema.dropTable('day_readers');
  await knex.schema.dropTable('known_names');
  await knex.schema.dropTable('installed_plugins');
  await knex.schema.dropTable('person_action_days');
  await knex.schema.dropTable('action_kind_counts');
  await knex.schema.dropTable('action_counts');
  await knex.schema.dropTable('sign_in_shapes');
  await knex.schema.dropTable('person_plugin_days');
  await knex.schema.dropTable('person_days');
  await knex.schema.dropTable('ingest_batches');
};
