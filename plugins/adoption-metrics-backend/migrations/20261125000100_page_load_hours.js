// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('page_load_hour_counts', table => {
    table.comment('Exact counters of page loads, by hour of the last days');
    table.bigInteger('hour_at').notNullable().comment('Start, ms UTC');
    table.string('kind', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table.integer('target_ms').notNullable();
    table.bigInteger('loads').notNullable();
    table.bigInteger('within_target').notNullable();
    table.bigInteger('sum_ms').notNullable();
    table.primary(['hour_at', 'kind', 'route_id', 'target_ms']);
  });

  await knex.schema.createTable('page_load_hour_buckets', table => {
    table.comment('Histogram of page loads, by hour of the last days');
    table.bigInteger('hour_at').notNullable().comment('Start, ms UTC');
    table.string('kind', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table.integer('bucket').notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['hour_at', 'kind', 'route_id', 'bucket']);
  });

  await knex.schema.createTable('page_navigations', table => {
    table.comment('Navigations whose load ought to be measured');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'kind', 'route_id']);
  });

  await knex.schema.createTable('dropped_events', table => {
    table.comment('Events that browsers had to give up, by reason');
    table.integer('day').notNullable();
    table.string('reason', 32).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'reason']);
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
    table.primary(['day', 'dimension', 'value']);
    table.unique(['day', 'dimension', 'slot'], {
      indexName: 'daily_members_slot_uniq',
    });
  });

  await knex.schema.alterTable('samples', table => {
    // Days are closed, read and made final one at a time; the key begins with
    // the metric and would have all the history of its dimensions read for that.
    table.index(['day', 'metric', 'dimension'], 'samples_day_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('samples', table => {
    table.dropIndex(['day', 'metric', 'dimension'], 'samples_day_idx');
  });
  await knex.schema.dropTable('daily_members');
  await knex.schema.dropTable('dropped_events');
  await knex.schema.dropTable('page_navigations');
  await knex.schema.dropTable('page_load_hour_buckets');
  await knex.schema.dropTable('page_load_hour_counts');
};
