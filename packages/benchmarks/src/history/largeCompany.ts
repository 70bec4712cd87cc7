import { performance } from 'node:perf_hooks';
import { withoutIndexes } from '../databases/indexes';
import { Connection, TestDatabase } from '../databases/TestDatabase';
import { ours } from '../systems/ours';
import { Portal } from './Portal';
import { Pasts } from './scale';

/** Of people on a day, in thousandths: 15.6 million of 200,000 people's days of a year. */
const ACTIVE_SHARE = 214;
const CLOSED_DAYS = 7;

const FOUR_WEEKS = 28;

/** Days of which it is kept who used which plugin. */
const PLUGIN_DAYS = 35;

/** A portal of many people, and what was seen while it was made. */
interface LargeCompany {
  portal: Portal;
  personDays: number;
  /** Time to close a day, in ms. */
  rollupTime: number;
}

interface Site {
  database: TestDatabase;
  pasts: Pasts;
}

/** Remembered, so that nothing is filled twice. */
const bytesPerPerson = new Map<string, number>();

/**
 * Copies the people of a portal, gives the copies days of their
 * own, and rolls the last week up again. What is measured of that week becomes
 * what was measured of all others.
 */
export async function createLargeCompany(site: Site): Promise<LargeCompany> {
  const { database, pasts } = site;
  const past = pasts.seed;
  const portal = await Portal.create({ system: ours, database, past });
  const connection = await portal.connect();
  await addPeople(connection, pasts.people);
  await addDays({ connection, database }, past.days);
  await forgetFrozen(connection);
  await connection.run('analyze');
  const rollupTime = await rollUpWeek(portal);
  await repeatSamples(connection, past.days);
  const personDays = await connection.number(
    'select count(*) from person_days',
  );
  await connection.close();
  const bytes = await portal.measureStorage();
  bytesPerPerson.set(database.name, bytes / pasts.people);
  return { portal, personDays, rollupTime };
}

/** Bytes of everything that is stored of a year, by person. */
export async function weighPersonYear(site: Site): Promise<number> {
  const { name } = site.database;
  if (!bytesPerPerson.has(name)) {
    await createLargeCompany(site);
  }
  return bytesPerPerson.get(name)!;
}

/** How long one of the days takes, in ms, the start of a process included. */
async function rollUpWeek(portal: Portal): Promise<number> {
  const start = performance.now();
  await portal.runOnce('rollUpOurs', { rollUpDays: CLOSED_DAYS });
  return (performance.now() - start) / CLOSED_DAYS;
}

async function addPeople(
  connection: Connection,
  people: number,
): Promise<void> {
  await connection.run('create temporary table known as select * from people');
  const known = await connection.number('select count(*) from known');
  await connection.run(
    `create temporary table copies as
     with recursive numbers (i) as (
       select 1 union all select i + 1 from numbers where i < ${people - known}
     )
     select 'copy-' || i as pseudonym, k.id as original, k.first_day, k.last_day
     from (select *, row_number() over (order by id) as position from known) k
     join (select i, 1 + i % ${known} as position from numbers) copy
       using (position)`,
  );
  await connection.run(
    `insert into people (pseudonym, first_day, last_day)
     select pseudonym, first_day, last_day from copies`,
  );
  await connection.run(
    `create temporary table copied as
     select p.id, c.original from copies c join people p using (pseudonym)
     order by p.id`,
  );
  for (const [table, columns] of [
    ['developer_spans', 'from_day, to_day'],
    ['team_spans', 'team_id, from_day, to_day'],
  ]) {
    await connection.run(
      `insert into ${table} (person_id, ${columns})
       select c.id, ${columns} from copied c
       join ${table} t on t.person_id = c.original`,
    );
  }
  await connection.run(
    'update developer_counts set developers = (select count(*) from people)',
  );
}

async function addDays(
  { connection, database }: { connection: Connection; database: TestDatabase },
  days: number,
): Promise<void> {
  const last = await connection.number('select max(day) from person_days');
  await withoutIndexes({ connection, database }, 'person_days', async () => {
    for (let day = last - days + 1; day <= last; day++) {
      await connection.run(
        `insert into person_days (day, person_id)
         select ${day}, id from copied where ${isActive(day)} order by id`,
      );
    }
  });
  await connection.run(
    `insert into person_plugin_days (day, plugin_id, person_id)
     select day, plugin_id, person_id
     from person_days join copied on id = person_id
     cross join (select 'catalog' as plugin_id
                 union all select 'home' union all select 'search') used
     where day > ${last - PLUGIN_DAYS}
     order by day, plugin_id, person_id`,
  );
}

/** Whether a person is active on a day: a share of them, others each day. */
function isActive(day: number): string {
  return `((cast(id as bigint) % 1000003) * ${
    1 + ((day * 7_919) % 1_000_003)
  } + ${day * 104_729}) % 1000003 % 1000 < ${ACTIVE_SHARE}`;
}

/** Has the four weeks of the last days frozen again, with all of the people. */
async function forgetFrozen(connection: Connection): Promise<void> {
  const last = await connection.number('select max(day) from person_days');
  for (const table of ['frozen_members', 'frozen_groups', 'frozen_periods']) {
    await connection.run(
      `delete from ${table} where first_day > ${last - 2 * FOUR_WEEKS}`,
    );
  }
}

async function repeatSamples(
  connection: Connection,
  days: number,
): Promise<void> {
  const last = await connection.number('select max(day) from samples');
  const columns =
    'value, numerator, denominator, n, coverage, definition_version, time_zone, state, computed_at';
  await connection.run(
    `insert into samples (metric, dimension, member, day, ${columns})
     with recursive weeks (week) as (
       select 1 union all select week + 1 from weeks
       where week < ${Math.floor(days / 7)}
     )
     select metric, dimension, member, day - 7 * week, ${columns}
     from samples cross join weeks
     where day > ${last - CLOSED_DAYS}
     on conflict (metric, dimension, member, day) do update
     set value = excluded.value, numerator = excluded.numerator,
         denominator = excluded.denominator, n = excluded.n`,
  );
}
