import { Knex } from 'knex';
import { chunked, insertMissing } from '../../database';
import { FINDING_COLUMNS, findingRow, FINDINGS } from '../findingRows';
import { ScanFinding } from '../ScanFinding';
import { IdSet } from './IdSet';
import { RunningScan } from './RunningScan';

const STAGED = 'catalog_staged_findings';
const FINDING_KEY = ['source', 'entity_uid', 'reason'] as const;

/** Stages findings of a running scan; those that are staged already stay. */
export async function stage(
  tx: Knex,
  { id }: RunningScan,
  findings: ScanFinding[],
): Promise<void> {
  await insertMissing(
    tx,
    { table: STAGED, key: ['scan_id', 'entity_uid', 'reason'] },
    findings.map(finding => ({ scan_id: id, ...findingRow(finding) })),
  );
}

/** Removes what was not found again: it was fixed, or its entity is gone. */
export async function removeAllBut(
  tx: Knex,
  confirmed: IdSet,
  source: string,
): Promise<void> {
  const ids: number[] = await tx(FINDINGS).where({ source }).pluck('id');
  for (const gone of chunked(ids.filter(id => !confirmed.has(id)))) {
    await tx(FINDINGS).whereIn('id', gone).delete();
  }
}

/** Lists what a scan has staged. */
export async function moveToList(tx: Knex, { id, source }: RunningScan) {
  const overwritten = tx.raw(
    FINDING_COLUMNS.map(() => '?? = ??').join(', '),
    FINDING_COLUMNS.flatMap(column => [column, `excluded.${column}`]),
  );
  await tx.raw(
    'insert into ?? (??) select ?, ?? from ?? where scan_id = ? on conflict (??) do update set ?',
    [
      FINDINGS,
      ['source', ...FINDING_COLUMNS],
      source,
      [...FINDING_COLUMNS],
      STAGED,
      id,
      [...FINDING_KEY],
      overwritten,
    ],
  );
  await discardStaged(tx, id);
}

/** Deletes what a scan has staged. */
export async function discardStaged(tx: Knex, scanId: number): Promise<void> {
  await tx(STAGED).where({ scan_id: scanId }).delete();
}
