import { Connection, TestDatabase, Value } from '../databases/TestDatabase';
import { withoutIndexes } from '../databases/indexes';
import { System } from '../systems/System';
import { batchesOfDay, countEvents, CYCLE_DAYS, Past } from './Past';
import { PeerTable, peerTables } from './peerTables';

const DAY_MS = 86_400_000;
const ROWS_PER_STATEMENT = 500;

interface PeerPast {
  database: TestDatabase;
  system: System;
  past: Past;
}

/**
 * Puts the events of a past into the table that a peer made: those of the first
 * days one by one, and copies of these rows, each cycle later than the last.
 *
 * @throws Error if the peer would not count as many.
 */
export async function fillPeer(options: PeerPast): Promise<void> {
  const { database, system, past } = options;
  const table = peerTables[system.pluginId](system, database.name);
  const connection = await database.connect(system.pluginId);
  if (database.name === 'PostgreSQL' && table.name === 'events') {
    await createPartitions(connection, past);
  }
  await withoutIndexes({ connection, database }, table.name, () =>
    insertPast({ connection, ...options }, table),
  );
  const stored = await system.countStored(connection);
  await connection.close();
  if (stored !== countEvents(past)) {
    throw new Error(
      `${system.title} has ${stored} events instead of ${countEvents(past)}`,
    );
  }
}

/** As Red Hat's plugin makes them, month by month. */
async function createPartitions(
  connection: Connection,
  { days }: Past,
): Promise<void> {
  const now = new Date();
  for (let ago = 0; ago <= Math.ceil(days / 28); ago++) {
    const from = monthStart(now, -ago);
    const name = `events_${from.slice(0, 7).replace('-', '_')}`;
    await connection.run(
      `create table if not exists ${name} partition of events
       for values from ('${from}') to ('${monthStart(now, 1 - ago)}')`,
    );
  }
}

function monthStart(now: Date, months: number): string {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1);
  return new Date(start).toISOString().slice(0, 10);
}

async function insertPast(
  { connection, ...options }: PeerPast & { connection: Connection },
  table: PeerTable,
): Promise<void> {
  const columns = table.columns.join(', ');
  await connection.run('begin');
  await insertFirstDays({ connection, ...options }, table);
  await connection.run(
    `create temporary table first_days as select ${columns} from ${table.name}`,
  );
  for (let later = CYCLE_DAYS; later < options.past.days; later += CYCLE_DAYS) {
    await connection.run(
      `insert into ${table.name} (${columns})
       select ${table.later(later).join(', ')} from first_days`,
    );
  }
  await connection.run('commit');
}

async function insertFirstDays(
  { connection, database, past }: PeerPast & { connection: Connection },
  table: PeerTable,
): Promise<void> {
  const now = Date.now();
  const today = Math.floor(now / DAY_MS);
  for (let index = 0; index < CYCLE_DAYS; index++) {
    const startsAt = (today - past.days + 1 + index) * DAY_MS;
    const batches = batchesOfDay(past, { index, startsAt, now });
    const rows = batches.flatMap(batch => table.rowsOf(batch));
    for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
      await insertRows(
        { connection, database },
        table,
        rows.slice(i, i + ROWS_PER_STATEMENT),
      );
    }
  }
}

async function insertRows(
  { connection, database }: { connection: Connection; database: TestDatabase },
  { name, columns }: PeerTable,
  rows: Value[][],
): Promise<void> {
  let index = 0;
  const tuples = rows.map(
    row => `(${row.map(() => database.parameter(++index)).join(', ')})`,
  );
  await connection.run(
    `insert into ${name} (${columns.join(', ')}) values ${tuples.join(', ')}`,
    rows.flat(),
  );
}
