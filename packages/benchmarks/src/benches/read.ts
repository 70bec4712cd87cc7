import { performance } from 'node:perf_hooks';
import { BenchmarkOptions } from '../Benchmark';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { formatNumber } from '../format';
import { createLargeCompany } from '../history/largeCompany';
import { countEvents } from '../history/Past';
import { Portal } from '../history/Portal';
import { Pasts, pastsOf } from '../history/scale';
import { Latencies, measureLatencies } from '../reading/latency';
import { ours } from '../systems/ours';
import { codeVerse, installPeers, redHatAtBest } from '../systems/peers';
import { System } from '../systems/System';

interface Course {
  database: TestDatabase;
  /** A second one with the same engine. */
  spare: TestDatabase;
  pasts: Pasts;
  note(text: string): void;
}

/** Response times for readers, with increasing amounts of data. */
export async function* read({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const pasts = pastsOf(trial);
  const directory = await installPeers();
  const peers = [redHatAtBest(directory), codeVerse(directory)];
  for (const open of [createSqlite, createPostgres]) {
    const [database, spare] = [await open(), await open()];
    const named = (text: string) => note(`${database.name}: ${text}`);
    const course = { database, spare, pasts, note: named };
    for await (const figure of compare(course, peers)) {
      yield { ...figure, database: database.name };
    }
    await database.reset();
  }
}

async function* compare(
  course: Course,
  peers: System[],
): AsyncGenerator<Figure> {
  const [many, few] = await readOurs(course);
  yield { figure: 'scorecard-ms', value: many.scorecard!, unit: 'ms' };
  yield { figure: 'series-ms', value: many.series!, unit: 'ms' };
  yield { figure: 'page-ms', value: many.page!, unit: 'ms' };
  yield {
    figure: 'volume-ratio',
    value: Math.max(...ratiosOf(many, few)),
    unit: 'ratio',
    goal: '< 1.5',
  };
  const ratios = [];
  for (const peer of peers) {
    const theirs = await readPeer(peer, course);
    ratios.push(...ratiosOf(theirs, many));
  }
  // Compared with the faster plugin, in the closest case.
  const value = Math.min(...ratios);
  yield { figure: 'peer-ratio', value, unit: 'ratio', goal: '>= 100' };
  yield* readLargeCompany(course);
}

async function readOurs(course: Course): Promise<Latencies[]> {
  const { database, spare, pasts } = course;
  const portals = [
    await Portal.create({ system: ours, database, past: pasts.large }),
    await Portal.create({ system: ours, database: spare, past: pasts.small }),
  ];
  const latencies = await measureLatencies(portals);
  portals.forEach((portal, i) => explain(course, portal, latencies[i]));
  await spare.reset();
  return latencies;
}

async function readPeer(system: System, course: Course): Promise<Latencies> {
  const { database, pasts } = course;
  const portal = await Portal.create({ system, database, past: pasts.large });
  const [latencies] = await measureLatencies([portal]);
  explain(course, portal, latencies);
  return latencies;
}

function explain(
  { note }: Course,
  { system, past }: Portal,
  latencies: Latencies,
): void {
  const events = formatNumber(countEvents(past));
  note(`${system.title}, ${events} events: ${describe(latencies)}`);
}

/** Alternates between a large company and the smaller one it is based on. */
async function* readLargeCompany({
  database,
  spare,
  pasts,
  note,
}: Course): AsyncGenerator<Figure> {
  const begun = performance.now();
  const company = await createLargeCompany({ database, pasts });
  const minutes = (performance.now() - begun) / 60_000;
  const { portal, personDays, rollupTime } = company;
  const past = pasts.seed;
  const seed = await Portal.create({ system: ours, database: spare, past });
  const [many, few] = await measureLatencies([portal, seed]);
  await spare.reset();
  note(
    `${formatNumber(pasts.people)} people, ${formatNumber(
      personDays,
    )} days of people, made in ${formatNumber(minutes)} minutes: ${describe(
      many,
    )}; rolling up a day takes ${formatNumber(rollupTime)} ms`,
  );
  note(`${formatNumber(past.people)} people: ${describe(few)}`);
  for (const [view, value] of Object.entries(many)) {
    yield { figure: `large-company-${view}-ms`, value, unit: 'ms' };
  }
  yield {
    figure: 'people-ratio',
    value: many.scorecard! / few.scorecard!,
    unit: 'ratio',
    goal: '<= 2',
  };
  yield {
    figure: 'overview-people-ratio',
    value: many.page! / few.page!,
    unit: 'ratio',
    goal: '<= 4',
  };
}

/** How much longer each view takes in the first. */
function ratiosOf(one: Latencies, other: Latencies): number[] {
  return (Object.keys(one) as Array<keyof Latencies>).map(
    view => one[view]! / other[view]!,
  );
}

function describe(latencies: Latencies): string {
  return Object.entries(latencies)
    .map(([view, ms]) => `${view} ${formatNumber(ms)} ms`)
    .join(', ');
}
