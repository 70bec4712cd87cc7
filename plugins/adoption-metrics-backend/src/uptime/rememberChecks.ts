import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { Check, PushedCheck } from './checks';

const TABLE = 'uptime_checks';

/**
 * Stores the ids of a component's checks, and returns for each check whether it
 * is new. Checks without an id always are. Call it while the component is
 * locked.
 *
 * @param received.receivedAt - ms UTC
 */
export async function rememberChecks(
  tx: Knex,
  componentId: number,
  received: { checks: Array<Check | PushedCheck>; receivedAt: number },
): Promise<boolean[]> {
  const ids = received.checks.flatMap(check =>
    isIdentified(check) ? [check.checkId] : [],
  );
  const known = await findKnown(tx, componentId, ids);
  const isNew = received.checks.map(check => {
    if (!isIdentified(check)) {
      return true;
    }
    const first = !known.has(check.checkId);
    known.add(check.checkId);
    return first;
  });
  const rows = [...new Set(ids)].map(id => ({
    component_id: componentId,
    check_id: id,
    received_at: received.receivedAt,
  }));
  await insertMissing(
    tx,
    { table: TABLE, key: ['component_id', 'check_id'] },
    rows,
  );
  return isNew;
}

async function findKnown(
  tx: Knex,
  componentId: number,
  ids: string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const chunk of chunked(ids)) {
    const rows = await tx(TABLE)
      .where('component_id', componentId)
      .whereIn('check_id', chunk)
      .select('check_id');
    rows.forEach(row => known.add(row.check_id));
  }
  return known;
}

type Identified = Check & Required<Pick<PushedCheck, 'checkId'>>;

function isIdentified(check: Check | PushedCheck): check is Identified {
  return 'checkId' in check && check.checkId !== undefined;
}
