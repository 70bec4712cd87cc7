// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createAnswers(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
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
