// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_entity_ages', table => {
    table.comment('Since when entities are known, and are as they are');
    table.string('source', 64).notNullable();
    table.string('entity_uid', 255).notNullable();
    table.bigInteger('first_seen_at').notNullable().comment('ms UTC');
    table
      .bigInteger('seen_at')
      .notNullable()
      .index()
      .comment('ms UTC, renewed once a week');
    table.string('content_hash', 32).comment('Null if nobody asked for it');
    table.bigInteger('changed_at').comment('ms UTC, when the hash was new');
    table.primary(['source', 'entity_uid']);
  });

  await knex.schema.createTable('catalog_verifications', table => {
    table.comment('Who confirmed that an entity is still accurate');
    table.increments('id');
    table.text('entity_ref').notNullable();
    table.bigInteger('verified_at').notNullable().index().comment('ms UTC');
    table.text('verified_by').comment('Null once that person is forgotten');
    table.text('note');
    table.index(['entity_ref', 'verified_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_verifications');
  await knex.schema.dropTable('catalog_entity_ages');
};
