// @ts-check

/** An index of PostgreSQL takes 2,704 bytes, and a character up to three. */
const LONGEST_REF = 800;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_scans', table => {
    table.comment('Scans of the catalog');
    table.increments('id');
    table
      .string('source', 64)
      .notNullable()
      .comment('Which catalog was scanned: portal or history');
    table.bigInteger('started_at').notNullable().comment('ms UTC');
    table.bigInteger('finished_at').notNullable().index().comment('ms UTC');
    table
      .string('status', 16)
      .notNullable()
      .comment('running, completed or failed');
    table.integer('total').comment('Entities that count; null if failed');
    table.integer('stale').comment('Those with a reason; null if failed');
    table.text('breakdown').comment('JSON: counts by reason, kind and owner');
    table.text('error').comment('Why it failed');
    table
      .string('running_source', 64)
      .unique()
      .comment('The source while the scan runs, so that only one does');
    table.integer('turn').notNullable().defaultTo(0).comment('Times taken up');
    table.text('basis').comment('What the entities are judged by');
    table.text('checkpoint').comment('JSON: where a running scan has come to');
  });

  await knex.schema.createTable('catalog_findings', table => {
    table.comment('What the latest completed scan of each source found');
    table.increments('id');
    table.string('source', 64).notNullable();
    describeFinding(table);
    table.unique(['source', 'entity_ref', 'reason']);
    table.index(['source', 'is_first', 'since_at', 'entity_ref']);
  });

  await knex.schema.createTable('catalog_finding_owners', table => {
    table.comment('Every owner of every listed finding, to find them by');
    table.integer('finding_id').notNullable();
    table.string('owner_ref', LONGEST_REF).notNullable();
    table.primary(['finding_id', 'owner_ref']);
    table.index(['owner_ref', 'finding_id']);
  });

  await knex.schema.createTable('catalog_staged_findings', table => {
    table.comment('Findings of running scans that are new or have changed');
    table.integer('scan_id').notNullable();
    describeFinding(table);
    table.primary(['scan_id', 'entity_ref', 'reason']);
  });

  await knex.schema.createTable('catalog_entity_ages', table => {
    table.comment('Since when entities are known, and are as they are');
    table.string('source', 64).notNullable();
    table.string('entity_ref', LONGEST_REF).notNullable();
    table.bigInteger('first_seen_at').notNullable().comment('ms UTC');
    table
      .bigInteger('seen_at')
      .notNullable()
      .index()
      .comment('ms UTC, renewed once a week');
    table.string('content_hash', 32).comment('Null if nobody asked for it');
    table.bigInteger('changed_at').comment('ms UTC, when the hash was new');
    table.primary(['source', 'entity_ref']);
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

  await knex.schema.createTable('catalog_owner_notices', table => {
    table.comment('When owners were last notified of their stale entities');
    table.string('owner_ref', LONGEST_REF).primary();
    table.bigInteger('notified_at').comment('ms UTC, null if never');
    table
      .bigInteger('unreachable_at')
      .comment('ms UTC, when nobody was behind it; null once somebody was');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_owner_notices');
  await knex.schema.dropTable('catalog_verifications');
  await knex.schema.dropTable('catalog_entity_ages');
  await knex.schema.dropTable('catalog_staged_findings');
  await knex.schema.dropTable('catalog_finding_owners');
  await knex.schema.dropTable('catalog_findings');
  await knex.schema.dropTable('catalog_scans');
};

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function describeFinding(table) {
  table.string('entity_ref', LONGEST_REF).notNullable();
  table.string('reason', 64).notNullable();
  table.string('kind', 255).notNullable();
  table.text('owner_refs').notNullable().comment('JSON: all of its owners');
  table
    .text('missing_owner_refs')
    .notNullable()
    .comment('JSON: those of them that are not in the catalog');
  table.text('sentence').notNullable();
  table.text('hint').notNullable();
  table
    .text('wording')
    .notNullable()
    .comment('JSON: both in their codes and values');
  table.bigInteger('since_at').notNullable().comment('ms UTC, first seen');
  table
    .boolean('counted')
    .notNullable()
    .comment('False while the grace period of the reason lasts');
  table
    .boolean('is_first')
    .notNullable()
    .comment('The oldest of its entity that counts, or that is exempted');
  table.text('exempt_reason').comment('Why the entity is exempted');
  table.string('exempt_until', 10).comment('The last day of the exemption');
  table.text('cause').comment('What to fix instead of the entity');
}
