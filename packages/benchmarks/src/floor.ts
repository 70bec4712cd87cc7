import { performance } from 'node:perf_hooks';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Course } from './course';
import { Connection, TestDatabase, Value } from './databases/TestDatabase';
import { PersonalBatch } from './load/batches';
import { median } from './statistics';

const ROWS_PER_STATEMENT = 500;
const ROUNDS = 3;
const FLOOR = 'floor';

const COLUMNS = [
  'batch_id',
  'position',
  'person',
  'type',
  'at',
  'action',
  'plugin_id',
  'route_id',
  'kind',
  'method',
  'duration',
];

/**
 * Events per second that the database itself can store: one row per event in a
 * table that detects replays and is indexed by time, several hundred rows per
 * statement, over one connection.
 */
export async function measureFloor(
  { database, note }: Course,
  batches: PersonalBatch[],
): Promise<number> {
  const statements = chunk(batches.flatMap(toRows));
  const rates = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(await writeRows(database, statements));
  }
  note(`the floor: ${rates.map(Math.round).join(', ')} events/s`);
  return median(rates);
}

async function writeRows(
  database: TestDatabase,
  statements: Value[][],
): Promise<number> {
  const connection = await database.connect(FLOOR);
  await createTable(connection);
  const insert = connection.prepare(insertSql(database));
  const start = performance.now();
  for (const values of statements) {
    await insert(values);
  }
  const seconds = (performance.now() - start) / 1_000;
  const stored = await connection.number('select count(*) from raw_events');
  const expected = statements.length * ROWS_PER_STATEMENT;
  if (stored !== expected) {
    throw new Error(`The floor has ${stored} rows instead of ${expected}`);
  }
  await connection.run('drop table raw_events');
  await connection.close();
  return expected / seconds;
}

async function createTable(connection: Connection): Promise<void> {
  await connection.run(`create table raw_events (
    batch_id char(36) not null, position integer not null,
    person varchar(255) not null, type varchar(32) not null,
    at bigint not null, action varchar(64), plugin_id varchar(128),
    route_id varchar(128), kind varchar(16), method varchar(16),
    duration double precision, primary key (batch_id, position))`);
  await connection.run('create index raw_events_at on raw_events (at)');
}

function insertSql(database: TestDatabase): string {
  let index = 0;
  const row = () =>
    `(${COLUMNS.map(() => database.parameter(++index)).join(', ')})`;
  const rows = Array.from({ length: ROWS_PER_STATEMENT }, row);
  return `insert into raw_events (${COLUMNS.join(', ')}) values ${rows.join(
    ', ',
  )} on conflict (batch_id, position) do nothing`;
}

/** Splits rows into full statements; omits an incomplete last one. */
function chunk(rows: Value[][]): Value[][] {
  const count = Math.floor(rows.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, i) =>
    rows.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT).flat(),
  );
}

function toRows({ batchId, person, events }: PersonalBatch): Value[][] {
  return events.map((event, position) => [
    batchId,
    position,
    `user:default/person.${person}`,
    event.type,
    Date.parse(event.at),
    ...detailsOf(event),
  ]);
}

function detailsOf(event: CollectedEvent): Value[] {
  switch (event.type) {
    case 'interaction':
      return [
        event.action,
        event.pluginId,
        event.extensionId!,
        null,
        null,
        null,
      ];
    case 'page-load':
      return [
        null,
        null,
        event.routeId,
        event.kind,
        event.method,
        event.duration,
      ];
    case 'navigation':
      return [null, null, event.routeId, event.kind, null, null];
    case 'installed-plugins':
      return [event.type, null, null, null, null, null];
    default:
      return [event.reason, null, null, null, null, null];
  }
}
