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
    table.primary(['instance_id', 'seq']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('heartbeats');
};
