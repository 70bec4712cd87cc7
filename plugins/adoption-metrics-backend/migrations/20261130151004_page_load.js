// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('page_load_counts', table => {
    table.comment('Exact counters of measured page loads');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('method', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table
      .integer('target_ms')
      .notNullable()
      .comment('The target that within_target was counted against');
    table.bigInteger('loads').notNullable();
    table.bigInteger('within_target').notNullable();
    table.bigInteger('sum_ms').notNullable();
    table.primary(['day', 'kind', 'method', 'route_id', 'target_ms']);
  });

  await knex.schema.createTable('page_load_buckets', table => {
    table.comment('Logarithmic histogram of page loads; merged by summing');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('method', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table.integer('bucket').notNullable().comment('Two neighbors in a row');
    table.integer('n_lower').notNullable();
    table.integer('n_upper').notNullable();
    table.primary(['day', 'kind', 'method', 'route_id', 'bucket']);
  });

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
    table.integer('bucket').notNullable().comment('Two neighbors in a row');
    table.integer('n_lower').notNullable();
    table.integer('n_upper').notNullable();
    table.primary(['hour_at', 'kind', 'route_id', 'bucket']);
  });

  await knex.schema.createTable('page_load_discards', table => {
    table.comment('Page loads that could not be measured, by reason');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('reason', 32).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'kind', 'reason']);
  });

  await knex.schema.createTable('page_navigations', table => {
    table.comment('Navigations whose load time should be measured');
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
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dropped_events');
  await knex.schema.dropTable('page_navigations');
  await knex.schema.dropTable('page_load_discards');
  await knex.schema.dropTable('page_load_hour_buckets');
  await knex.schema.dropTable('page_load_hour_counts');
  await knex.schema.dropTable('page_load_buckets');
  await knex.schema.dropTable('page_load_counts');
};
