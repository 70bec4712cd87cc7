// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createAnswers(knex);
  await createMoney(knex);
  await createProofs(knex);
  await createPortals(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portal_rollups');
  await knex.schema.dropTable('portal_samples');
  await knex.schema.dropTable('portal_person_days');
  await knex.schema.dropTable('portal_days');
  await knex.schema.dropTable('portal_batches');
  await knex.schema.dropTable('proof_members');
  await knex.schema.dropTable('proof_candidates');
  await knex.schema.dropTable('proofs');
  await knex.schema.dropTable('decision_money');
  await knex.schema.dropTable('decision_answers');
  await knex.schema.dropTable('decision_numbers');
};

/**
 * What people said, which nobody can measure and others published otherwise:
 * all that was ever said, the newest of which holds.
 *
 * @param {import('knex').Knex} knex
 */
async function createAnswers(knex) {
  await knex.schema.createTable('decision_answers', table => {
    table.comment('Answers to the questions of the decision');
    table.increments('id');
    table.string('question', 64).notNullable();
    table.text('value').comment('JSON; none if the answer was taken back');
    table.string('note', 500);
    table.bigInteger('answered_at').notNullable().comment('ms UTC');
    table.string('answered_by', 255).comment('Entity ref');
    table.index(['question', 'id'], 'decision_answers_question_idx');
  });

  await knex.schema.createTable('decision_numbers', table => {
    table.comment('What replaces a published number');
    table.increments('id');
    table.string('number', 128).notNullable().comment('Such as option.kind');
    table.double('low');
    table.double('high');
    table
      .boolean('replaces')
      .notNullable()
      .comment('false: the published one holds again');
    table.string('why', 500).notNullable();
    table.bigInteger('replaced_at').notNullable().comment('ms UTC');
    table.string('replaced_by', 255).comment('Entity ref');
    table.index(['number', 'id'], 'decision_numbers_number_idx');
  });
}

/**
 * Proofs of concept, their candidates, and the members of the teams that try
 * them, as they were at the start.
 *
 * @param {import('knex').Knex} knex
 */
async function createProofs(knex) {
  await knex.schema.createTable('proofs', table => {
    table.comment('Proofs of concept');
    table.increments('id');
    table.string('mode', 16).notNullable().comment('sequential, parallel');
    table.integer('start_day').notNullable();
    table.integer('end_day').notNullable().comment('Day after the last');
    table.integer('weeks').notNullable().comment('For each candidate');
    table.integer('evaluation_weeks').notNullable();
    table.double('goal').notNullable().comment('Share of a team');
    table.bigInteger('planned_at').notNullable().comment('ms UTC');
    table.string('planned_by', 255).comment('Entity ref');
    table.bigInteger('removed_at').comment('ms UTC; then nobody sees it');
    table.index(['end_day'], 'proofs_end_day_idx');
  });

  await knex.schema.createTable('proof_candidates', table => {
    table.comment('What is tried in a proof of concept');
    table.integer('proof_id').notNullable();
    table.integer('end_day').notNullable().comment('Of the proof');
    table.integer('position').notNullable().comment('From 1');
    table.string('portal', 64).comment('Id; none: not measured');
    table.string('title', 100).notNullable();
    table.string('team_ref', 255).notNullable();
    table.string('team_name', 255).notNullable();
    table.double('cost_per_year');
    table.integer('team_read_day').comment('When its members were read');
    table.integer('team_size').comment('None: too few members');
    table.double('score');
    table.integer('answers');
    table.bigInteger('feedback_at').comment('ms UTC');
    table.string('feedback_by', 255).comment('Entity ref');
    table.primary(['proof_id', 'position']);
  });

  await knex.schema.createTable('proof_members', table => {
    table.comment('Who tries a candidate');
    table.integer('proof_id').notNullable();
    table.integer('end_day').notNullable().comment('Of the proof');
    table.integer('position').notNullable();
    table.integer('person_id').notNullable();
    table.primary(['proof_id', 'position', 'person_id']);
    table.index(['person_id'], 'proof_members_person_idx');
  });
}

/**
 * What somebody said of the money: all that was ever said, the newest of which
 * holds.
 *
 * @param {import('knex').Knex} knex
 */
async function createMoney(knex) {
  await knex.schema.createTable('decision_money', table => {
    table.comment('What is said of the money that the portal costs');
    table.increments('id');
    table.text('inputs').notNullable().comment('JSON');
    table.bigInteger('changed_at').notNullable().comment('ms UTC');
    table.string('changed_by', 255).comment('Entity ref');
  });
}

/**
 * Who used other portals, as these report it, and what is made of that.
 *
 * @param {import('knex').Knex} knex
 */
async function createPortals(knex) {
  await knex.schema.createTable('portal_batches', table => {
    table.comment(
      'Batches of portals already stored, so that a replay is free',
    );
    table.string('portal_id', 64).notNullable();
    table.string('batch_id', 64).notNullable();
    table.bigInteger('received_at').notNullable().comment('ms UTC');
    table.integer('people').notNullable().comment('Summed over its days');
    table.text('outcome').notNullable().comment('JSON: what was answered');
    table.primary(['portal_id', 'batch_id']);
    table.index(['received_at'], 'portal_batches_received_at_idx');
  });

  await knex.schema.createTable('portal_days', table => {
    table.comment('Days that were reported of other portals');
    table.integer('day').notNullable();
    table.string('portal_id', 64).notNullable();
    table.bigInteger('reported_at').notNullable().comment('ms UTC, the newest');
    table.double('score').comment('Feedback of the day, 1 to 5');
    table
      .integer('answers')
      .comment('How many people the score is the mean of');
    table.primary(['day', 'portal_id']);
    table.index(['portal_id', 'day'], 'portal_days_portal_idx');
  });

  await knex.schema.createTable('portal_person_days', table => {
    table.comment('Who used which other portal on which day');
    table.integer('day').notNullable();
    table.string('portal_id', 64).notNullable();
    table.integer('person_id').notNullable();
    table.primary(['day', 'portal_id', 'person_id']);
    table.index(['person_id', 'day'], 'portal_person_days_person_idx');
  });

  await knex.schema.createTable('portal_samples', table => {
    table.comment('Active people of other portals, and of any, by closed day');
    table.integer('day').notNullable();
    table.string('portal_id', 64).notNullable();
    table.string('dimension', 32).notNullable();
    table.string('member', 16).notNullable().comment('An atom, or empty');
    table.double('value');
    table.integer('numerator');
    table.integer('denominator');
    table.integer('n').comment('People who are no developers among them');
    table.double('coverage').notNullable();
    table.bigInteger('computed_at').notNullable().comment('ms UTC');
    table.primary(['day', 'portal_id', 'dimension', 'member']);
    table.index(['portal_id', 'dimension', 'day'], 'portal_samples_portal_idx');
  });

  await knex.schema.createTable('portal_rollups', table => {
    table.comment('Days of portals that are measured, or have to be');
    table.integer('day').notNullable();
    table.string('portal_id', 64).notNullable();
    table.integer('revision').notNullable().comment('Counts what came for it');
    table
      .integer('measured')
      .notNullable()
      .comment('The revision that was measured');
    table.primary(['day', 'portal_id']);
  });
}
