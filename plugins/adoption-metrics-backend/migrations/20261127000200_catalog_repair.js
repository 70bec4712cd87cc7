// @ts-check

const FINDINGS = 'catalog_findings';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable(FINDINGS, table => {
    table
      .boolean('is_first')
      .notNullable()
      .defaultTo(false)
      .comment('The oldest of its entity that counts, or that is exempted');
    table.text('exempt_reason').comment('Why the entity is exempted');
    table.string('exempt_until', 10).comment('The last day of the exemption');
    table.index(['scan_id', 'is_first', 'since_at', 'entity_ref']);
    table.index(['scan_id', 'entity_ref']);
  });
  // The findings that are there stay on the list until the next scan.
  await knex(FINDINGS)
    .where({ counted: true })
    .whereNotExists(
      knex({ other: FINDINGS })
        .whereRaw('?? = ??', ['other.scan_id', `${FINDINGS}.scan_id`])
        .whereRaw('?? = ??', ['other.entity_uid', `${FINDINGS}.entity_uid`])
        .where('other.counted', true)
        .whereRaw('?? < ??', ['other.reason', `${FINDINGS}.reason`]),
    )
    .update({ is_first: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable(FINDINGS, table => {
    table.dropIndex(['scan_id', 'entity_ref']);
    table.dropIndex(['scan_id', 'is_first', 'since_at', 'entity_ref']);
    table.dropColumns('is_first', 'exempt_reason', 'exempt_until');
  });
};
