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
    table.comment('Logarithmic histogram of page loads; merged by summing n');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('method', 16).notNullable();
    table.string('route_id', 128).notNullable();
    table.integer('bucket').notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'kind', 'method', 'route_id', 'bucket']);
  });

  await knex.schema.createTable('page_load_discards', table => {
    table.comment('Page loads that could not be measured, by reason');
    table.integer('day').notNullable();
    table.string('kind', 16).notNullable();
    table.string('reason', 32).notNullable();
    table.bigInteger('n').notNullable();
    table.primary(['day', 'kind', 'reason']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('page_load_discards');
  await knex.schema.dropTable('page_load_buckets');
  await knex.schema.dropTable('page_load_counts');
};
