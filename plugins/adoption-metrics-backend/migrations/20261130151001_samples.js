// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('samples', table => {
    table.comment('Metrics of closed days');
    table.string('metric', 32).notNullable();
    table.string('dimension', 32).notNullable();
    table.string('member', 128).notNullable();
    table.integer('day').notNullable();
    table.double('value').comment('Null while unknown');
    table.bigInteger('numerator');
    table.bigInteger('denominator');
    table.bigInteger('n').comment('Observations behind the value');
    table.double('coverage');
    table.integer('definition_version').notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('state', 16).notNullable().comment('provisional or final');
    table.bigInteger('computed_at').notNullable().comment('ms UTC');
    table.primary(['metric', 'dimension', 'member', 'day']);
    // Days are closed, read and made final one at a time; the key begins with
    // the metric and would have all the history of its dimensions read for that.
    table.index(['day', 'metric', 'dimension'], 'samples_day_idx');
  });

  await knex.schema.createTable('daily_rollups', table => {
    table.comment('How far each day has been turned into samples');
    table.integer('day').primary();
    table
      .string('state', 16)
      .notNullable()
      .comment('open, late, provisional or final');
    table.integer('revision').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('daily_rollups');
  await knex.schema.dropTable('samples');
};
