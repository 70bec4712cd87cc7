// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_imports', table => {
    table.comment('Pasts of other tools, previewed and imported');
    table.increments('id');
    table.string('source', 64).notNullable();
    table.string('label', 128).notNullable();
    table.string('counts', 255).notNullable().comment('What counted there');
    table
      .string('state', 16)
      .notNullable()
      .comment('ready, running, done or failed');
    table.bigInteger('created_at').notNullable().comment('ms UTC');
    table.bigInteger('ended_at').comment('ms UTC');
    table.string('failure', 64).comment('A code');
    table.integer('first_day');
    table.integer('last_day').comment('Inclusive');
    table.text('preview').notNullable().comment('JSON: counts, and no names');
    table.index(['state'], 'history_imports_state_idx');
  });

  await knex.schema.createTable('imported_days', table => {
    table.comment('Days whose activity another tool has counted');
    table.integer('day').primary();
    table.integer('import_id').notNullable();
  });

  await knex.schema.createTable('import_rows', table => {
    table.comment('Rows of a table until they are imported');
    table.integer('import_id').notNullable();
    table.integer('day').notNullable();
    table.integer('person_id').notNullable();
    table.string('plugin_id', 128).notNullable();
    table.string('action', 64).notNullable();
    table.integer('n').notNullable();
    table.primary(['import_id', 'day', 'person_id', 'plugin_id', 'action']);
    table.index(['person_id'], 'import_rows_person_id_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('import_rows');
  await knex.schema.dropTable('imported_days');
  await knex.schema.dropTable('history_imports');
};
