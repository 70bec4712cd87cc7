import { Knex } from 'knex';
import { chunked } from '../../database';
import { StoredSpending } from './PersonUse';

/**
 * What people have reported since an instant, by person id. People without
 * batches are left out.
 *
 * @param from - in ms UTC
 */
export async function readSpending(
  tx: Knex,
  personIds: number[],
  from: number,
): Promise<Map<number, StoredSpending>> {
  const spending = new Map<number, StoredSpending>();
  for (const chunk of chunked(personIds)) {
    const rows = await tx('ingest_batches')
      .whereIn('person_id', chunk)
      .where('received_at', '>=', from)
      .groupBy('person_id')
      .select('person_id')
      .count({ batches: '*', faulty: 'faults' })
      .sum({ accepted: 'accepted', rejected: 'rejected', loads: 'page_loads' });
    for (const row of rows as Array<Record<string, unknown>>) {
      spending.set(Number(row.person_id), {
        batches: Number(row.batches),
        events: Number(row.accepted) + Number(row.rejected),
        pageLoads: Number(row.loads),
        faulty: Number(row.faulty),
      });
    }
  }
  return spending;
}
