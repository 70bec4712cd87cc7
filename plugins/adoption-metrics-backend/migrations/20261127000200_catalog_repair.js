// @ts-check

const SCANS = 'catalog_scans';
const FINDINGS = 'catalog_findings';
const STAGED = 'catalog_staged_findings';
const BEFORE = 'catalog_findings_before';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable(SCANS, table => {
    table
      .string('running_source', 64)
      .unique()
      .comment('The source while the scan runs, so that only one does');
    table.integer('turn').notNullable().defaultTo(0).comment('Times taken up');
    table.text('basis').comment('What the entities are judged by');
    table.text('checkpoint').comment('JSON: where a running scan has come to');
  });

  await knex.schema.createTable(STAGED, table => {
    table.comment('Findings of running scans that are new or have changed');
    table.integer('scan_id').notNullable();
    describeFinding(table);
    table.primary(['scan_id', 'entity_uid', 'reason']);
  });

  await knex.raw('create table ?? as select * from ??', [BEFORE, FINDINGS]);
  await knex.schema.dropTable(FINDINGS);
  await knex.schema.createTable(FINDINGS, table => {
    table.comment('What the latest completed scan of each source found');
    table.increments('id');
    table.string('source', 64).notNullable();
    describeFinding(table);
    table.unique(['source', 'entity_uid', 'reason']);
    table.index(['source', 'is_first', 'since_at', 'entity_ref']);
    table.index(['source', 'entity_ref']);
  });
  await keepFindings(knex);
  await knex.schema.dropTable(BEFORE);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable(STAGED);
  await knex.schema.dropTable(FINDINGS);
  await knex.schema.createTable(FINDINGS, table => {
    table.integer('scan_id').notNullable();
    table.string('entity_uid', 255).notNullable();
    table.string('reason', 64).notNullable();
    table.text('entity_ref').notNullable();
    table.string('kind', 255).notNullable();
    table.text('owner_ref');
    table.text('sentence').notNullable();
    table.text('hint').notNullable();
    table.bigInteger('since_at').notNullable();
    table.boolean('counted').notNullable();
    table.primary(['scan_id', 'entity_uid', 'reason']);
  });
  await knex(SCANS).where({ status: 'running' }).delete();
  await knex.schema.alterTable(SCANS, table => {
    table.dropUnique(['running_source']);
    table.dropColumns('running_source', 'turn', 'basis', 'checkpoint');
  });
};

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function describeFinding(table) {
  table.string('entity_uid', 255).notNullable();
  table.string('reason', 64).notNullable();
  table.text('entity_ref').notNullable();
  table.string('kind', 255).notNullable();
  table.text('owner_ref');
  table.text('sentence').notNullable();
  table.text('hint').notNullable();
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
  table.text('cause').comment('What is to be repaired, if not the entity');
}

/**
 * What is stale stays so since when it was first seen.
 *
 * @param {import('knex').Knex} knex
 */
async function keepFindings(knex) {
  const columns = [
    'entity_uid',
    'reason',
    'entity_ref',
    'kind',
    'owner_ref',
    'sentence',
    'hint',
    'since_at',
    'counted',
  ];
  const kept = knex(BEFORE)
    .join(SCANS, `${SCANS}.id`, `${BEFORE}.scan_id`)
    .select(`${SCANS}.source`, ...columns.map(each => `${BEFORE}.${each}`))
    .select({ is_first: knex.raw('?', [false]) });
  await knex(
    knex.raw('?? (??)', [FINDINGS, ['source', ...columns, 'is_first']]),
  ).insert(kept);
  await knex(FINDINGS)
    .where({ counted: true })
    .whereNotExists(
      knex({ other: FINDINGS })
        .whereRaw('?? = ??', ['other.source', `${FINDINGS}.source`])
        .whereRaw('?? = ??', ['other.entity_uid', `${FINDINGS}.entity_uid`])
        .where('other.counted', true)
        .whereRaw('?? < ??', ['other.reason', `${FINDINGS}.reason`]),
    )
    .update({ is_first: true });
}
