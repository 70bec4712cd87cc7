import { performance } from 'node:perf_hooks';
import { Backend } from '../backend/Backend';
import { BenchmarkOptions } from '../Benchmark';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { formatNumber } from '../format';
import { personRef } from '../load/batches';
import { openReader } from '../reading/latency';
import { runPlugin } from '../runPlugin';
import { median } from '../statistics';
import { ours } from '../systems/ours';
import { CheckRows } from '../uptime/checkRows';
import { minutesDown, Watch } from '../uptime/outages';
import type { QuietYear } from '../uptime/QuietCluster';

const MINUTE_MS = 60_000;
const WARM_UP_ROUNDS = 5;
const ROUNDS = 25;

/** A year of one-minute checks of 20 components with 1,000 incidents. */
const YEAR: Watch = { components: 20, minutes: 365 * 1_440, outagesEach: 50 };
const TRIAL: Watch = { components: 4, minutes: 7 * 1_440, outagesEach: 10 };

const QUIET_YEAR: QuietYear = {
  replicas: 3,
  days: 364,
  deployEvery: 7,
  period: 5 * MINUTE_MS,
};

/** All tables about uptime that are written automatically. */
const UPTIME_TABLES = [
  'heartbeats',
  'components',
  'component_states',
  'uptime_checks',
  'maintenance_windows',
  'incident_notes',
];

/**
 * How long reading the uptime of a year takes, and how much storage it needs.
 */
export async function* uptime({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  for (const open of [createSqlite, createPostgres]) {
    const database = await open();
    const named = (text: string) => note(`${database.name}: ${text}`);
    const watch = trial ? TRIAL : YEAR;
    for await (const figure of compare({ database, watch, note: named })) {
      yield { ...figure, database: database.name };
    }
    const year = { ...QUIET_YEAR, ...(trial && { days: 28 }) };
    yield {
      figure: 'rows-per-quiet-year',
      database: database.name,
      value: await countRows(database, year),
      unit: 'rows',
      goal: '< 1000',
    };
    await database.reset();
  }
}

async function* compare({
  database,
  watch,
  note,
}: {
  database: TestDatabase;
  watch: Watch;
  note(text: string): void;
}): AsyncGenerator<Figure> {
  const configuration = await database.reset();
  const endsAt = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const startsAt = endsAt - watch.minutes * MINUTE_MS;
  await runPlugin('uptime/watchYear.ts', {
    database: configuration,
    benchmark: { watch, startsAt },
  });
  const rows = await CheckRows.fill(database, { watch, startsAt });
  const backend = await Backend.start({
    system: ours,
    database: configuration,
  });
  const range = { from: startsAt, to: endsAt - MINUTE_MS };
  await verify(backend, watch, range);
  const show = await openReader(backend, ours.pluginId);
  const [figures, sums] = await medianTimes([
    () => show([pathOf(range)]),
    () => rows.sumUp(),
  ]);
  await backend.stop();
  await rows.close();
  note(
    `${formatNumber(figures)} ms over HTTP for six ranges of ${
      watch.components
    } components, ${formatNumber(sums)} ms for one sum over ${formatNumber(
      watch.components * watch.minutes,
    )} checks`,
  );
  yield { figure: 'components-ms', value: figures, unit: 'ms' };
  yield { figure: 'check-rows-ms', value: sums, unit: 'ms' };
  yield {
    figure: 'check-rows-ratio',
    value: figures / sums,
    unit: 'ratio',
    goal: '<= 0.1',
  };
}

function pathOf({ from, to }: { from: number; to: number }): string {
  const [first, end] = [from, to].map(at => new Date(at).toISOString());
  return `/v1/uptime/components?from=${first}&to=${end}`;
}

/**
 * @throws Error unless both have the same downtime, to the second
 */
async function verify(
  backend: Backend,
  watch: Watch,
  range: { from: number; to: number },
): Promise<void> {
  const [token] = await backend.signIn([personRef(0)]);
  const url = `${backend.baseUrl}/api/${ours.pluginId}${pathOf(range)}`;
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { components } = await answer.json();
  for (let index = 0; index < watch.components; index++) {
    const name = `component-${index}`;
    const { downSeconds } = components.find(
      (component: { name: string }) => component.name === name,
    ).range;
    const expected = minutesDown(watch, index) * 60;
    if (downSeconds !== expected) {
      throw new Error(
        `${name} was down for ${downSeconds} s instead of ${expected}`,
      );
    }
  }
}

/** Alternates, so that other load on the machine affects both. */
async function medianTimes(
  acts: Array<() => Promise<unknown>>,
): Promise<number[]> {
  const times: number[][] = acts.map(() => []);
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [i, act] of acts.entries()) {
      const start = performance.now();
      await act();
      times[i].push(performance.now() - start);
    }
  }
  return times.map(each => median(each.slice(WARM_UP_ROUNDS)));
}

async function countRows(
  database: TestDatabase,
  year: QuietYear,
): Promise<number> {
  await runPlugin('uptime/quietYear.ts', {
    database: await database.reset(),
    benchmark: { year },
  });
  const connection = await database.connect(ours.pluginId);
  let rows = 0;
  for (const table of UPTIME_TABLES) {
    rows += await connection.number(`select count(*) from ${table}`);
  }
  await connection.close();
  return rows;
}
