import { BenchmarkOptions } from '../Benchmark';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { formatNumber } from '../format';
import { createLargeCompany } from '../history/largeCompany';
import { countEvents, Past } from '../history/Past';
import { Portal } from '../history/Portal';
import { Pasts, pastsOf } from '../history/scale';
import { Latencies, measureLatencies } from '../reading/latency';
import { ours } from '../systems/ours';
import { codeVerse, installPeers, redHatAtBest } from '../systems/peers';
import { System } from '../systems/System';

interface Course {
  database: TestDatabase;
  pasts: Pasts;
  note(text: string): void;
}

/** How long readers wait, with more and more behind what they read. */
export async function* read({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const pasts = pastsOf(trial);
  const directory = await installPeers();
  const peers = [redHatAtBest(directory), codeVerse(directory)];
  for (const open of [createSqlite, createPostgres]) {
    const database = await open();
    const named = (text: string) => note(`${database.name}: ${text}`);
    const course = { database, pasts, note: named };
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
  const { small, large } = course.pasts;
  const few = await readPast(ours, small, course);
  const many = await readPast(ours, large, course);
  yield { figure: 'scorecard-ms', value: many.scorecard!, unit: 'ms' };
  yield { figure: 'series-ms', value: many.series!, unit: 'ms' };
  yield { figure: 'page-ms', value: many.page!, unit: 'ms' };
  yield {
    figure: 'volume-ratio',
    value: worstRatio(many, few),
    unit: 'ratio',
    goal: '< 1.5',
  };
  const others = [];
  for (const peer of peers) {
    others.push(await readPast(peer, large, course));
  }
  yield {
    figure: 'peer-ratio',
    value: Math.min(...others.map(other => smallestRatio(other, many))),
    unit: 'ratio',
    goal: '>= 100',
  };
  if (course.database.name === 'PostgreSQL') {
    yield* readLargeCompany(course);
  }
}

async function readPast(
  system: System,
  past: Past,
  { database, note }: Course,
): Promise<Latencies> {
  const portal = await Portal.create({ system, database, past });
  const latencies = await measureLatencies(portal);
  const events = formatNumber(countEvents(past));
  note(`${system.title}, ${events} events: ${describe(latencies)}`);
  return latencies;
}

async function* readLargeCompany({
  database,
  pasts,
  note,
}: Course): AsyncGenerator<Figure> {
  const company = await createLargeCompany({ database, pasts });
  const { portal, personDays, closingTime } = company;
  const latencies = await measureLatencies(portal);
  note(
    `${formatNumber(pasts.people)} people, ${formatNumber(
      personDays,
    )} days of people: ${describe(
      latencies,
    )}; closing a day takes ${formatNumber(closingTime)} ms`,
  );
  for (const [view, value] of Object.entries(latencies)) {
    yield { figure: `large-company-${view}-ms`, value, unit: 'ms' };
  }
}

/** How much longer the view takes that suffers most. */
function worstRatio(many: Latencies, few: Latencies): number {
  return Math.max(...ratiosOf(many, few));
}

/** How much longer the other takes where the two are closest. */
function smallestRatio(other: Latencies, own: Latencies): number {
  return Math.min(...ratiosOf(other, own));
}

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
