import { Knex } from 'knex';
import { chunked, insertMissing, textsOfJson } from '../../database';
import {
  FINDING_COLUMNS,
  FINDING_OWNERS,
  findingRow,
  FINDINGS,
} from '../findingRows';
import { ScanFinding } from '../ScanFinding';
import { IdSet } from './IdSet';
import { RunningScan } from './RunningScan';

const STAGED = 'catalog_staged_findings';
const FINDING_KEY = ['source', 'entity_ref', 'reason'] as const;

/** Stages findings of a running scan. Already staged ones remain. */
export async function stage(
  tx: Knex,
  { id }: RunningScan,
  findings: ScanFinding[],
): Promise<void> {
  await insertMissing(
    tx,
    { table: STAGED, key: ['scan_id', 'entity_ref', 'reason'] },
    findings.map(finding => ({ scan_id: id, ...findingRow(finding) })),
  );
}

/** Removes listed findings that were not found again. */
export async function removeAllBut(
  tx: Knex,
  confirmed: IdSet,
  source: string,
): Promise<void> {
  const ids: number[] = await tx(FINDINGS).where({ source }).pluck('id');
  for (const gone of chunked(ids.filter(id => !confirmed.has(id)))) {
    await tx(FINDING_OWNERS).whereIn('finding_id', gone).delete();
    await tx(FINDINGS).whereIn('id', gone).delete();
  }
}

/** Lists the staged findings of a scan. */
export async function moveToList(tx: Knex, scan: RunningScan) {
  const { id, source } = scan;
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
  await listOwners(tx, scan);
  await discardStaged(tx, id);
}

/** Updates the owners of a scan's findings. */
async function listOwners(tx: Knex, { id, source }: RunningScan) {
  const staged = () =>
    tx(`${STAGED} as staged`)
      .join(`${FINDINGS} as listed`, {
        'listed.entity_ref': 'staged.entity_ref',
        'listed.reason': 'staged.reason',
      })
      .where({ 'staged.scan_id': id, 'listed.source': source });
  await tx(FINDING_OWNERS)
    .whereIn('finding_id', staged().select('listed.id'))
    .delete();
  const owners = staged()
    .joinRaw('cross join ?', [
      textsOfJson(tx, tx.ref('staged.owner_refs'), 'owner'),
    ])
    .select('listed.id', 'owner.value')
    .orderBy(['listed.id', 'owner.value']);
  const columns = ['finding_id', 'owner_ref'];
  await tx(tx.raw('?? (??)', [FINDING_OWNERS, columns])).insert(owners);
}

/** Deletes the staged findings of a scan. */
export async function discardStaged(tx: Knex, scanId: number): Promise<void> {
  await tx(STAGED).where({ scan_id: scanId }).delete();
}
