// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alert_states', table => {
    table.comment('The state in which each subject of a rule was last found');
    table.string('rule', 32).notNullable();
    table.string('subject', 128).notNullable();
    // Of two replicas that find the same change at the same time, one moves the
    // row on from the number after which both found it.
    table.integer('sequence').notNullable();
    table.string('state', 32).notNullable();
    table.primary(['rule', 'subject']);
  });

  await knex.schema.createTable('alerts', table => {
    table.comment('Changes that somebody should know of');
    table.increments('id');
    table.string('rule', 32).notNullable();
    table.string('subject', 128).notNullable();
    table.integer('sequence').notNullable();
    table.string('state', 32).notNullable();
    table.string('severity', 16).notNullable();
    table.string('title', 255).notNullable();
    table.text('text').notNullable();
    table.text('wording').comment('JSON: both in their codes and values');
    table
      .boolean('is_baseline')
      .notNullable()
      .comment('What was found first, and sent to nobody');
    table.bigInteger('at').notNullable().comment('ms UTC');
    table.unique(['rule', 'subject', 'sequence']);
    table.index(['at', 'id']);
  });

  await knex.schema.createTable('alert_deliveries', table => {
    table.comment('What is to be sent through which channel, and was');
    table.string('id', 64).primary();
    table.integer('alert_id').notNullable().index();
    table.string('channel', 32).notNullable();
    table.string('status', 16).notNullable().comment('pending, sent, failed');
    table.integer('attempts').notNullable();
    table.bigInteger('due_at').notNullable().comment('ms UTC');
    table.bigInteger('claimed_until').comment('ms UTC; by one replica');
    table.string('error', 255);
    table.bigInteger('sent_at').comment('ms UTC');
    table.bigInteger('created_at').notNullable().comment('ms UTC');
    table.index(['status', 'due_at']);
  });

  await knex.schema.createTable('alert_acknowledgements', table => {
    table.comment('Who has acknowledged an alert');
    table.integer('alert_id').primary();
    table.bigInteger('acknowledged_at').notNullable().comment('ms UTC');
    table.string('acknowledged_by', 255).comment('Null when forgotten');
    table.text('note');
  });

  await knex.schema.createTable('alert_mutes', table => {
    table.comment('Through which day nobody is notified of a rule');
    table.string('rule', 32).primary();
    table.integer('until_day').notNullable().comment('Days since 1970');
    table.bigInteger('muted_at').notNullable().comment('ms UTC');
    table.string('muted_by', 255).comment('Null when forgotten');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_mutes');
  await knex.schema.dropTable('alert_acknowledgements');
  await knex.schema.dropTable('alert_deliveries');
  await knex.schema.dropTable('alerts');
  await knex.schema.dropTable('alert_states');
};
