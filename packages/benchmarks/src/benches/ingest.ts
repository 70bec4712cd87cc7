import { BenchmarkOptions } from '../Benchmark';
import { Course, FULL, TRIAL } from '../course';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { DatabaseName, Figure, Goal } from '../figure';
import { measureFloor } from '../floor';
import {
  codeVerse,
  installPeers,
  redHatAtBest,
  redHatByDefault,
} from '../systems/peers';
import { measureOurs, measurePeer, measureSlowPeer } from '../throughput';

/** Goals for storing through HTTP with all checks, by database. */
const goals: Record<DatabaseName, { floor: Goal; peer: Goal }> = {
  SQLite: { floor: '>= 0.8', peer: '>= 4' },
  PostgreSQL: { floor: '>= 1.2', peer: '>= 2' },
};

/**
 * Events stored per second, compared to the database itself and to other
 * plugins.
 */
export async function* ingest({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const scale = trial ? TRIAL : FULL;
  const peers = await installPeers();
  for (const open of [createSqlite, createPostgres]) {
    const database = await open();
    const named = (text: string) => note(`${database.name}: ${text}`);
    for await (const figure of compare(
      { database, scale, note: named },
      peers,
    )) {
      yield { ...figure, database: database.name };
    }
  }
}

async function* compare(
  course: Course,
  peersDirectory: string,
): AsyncGenerator<Figure> {
  const goal = goals[course.database.name];
  const own = await measureOurs(course);
  yield figureOf('events-per-second', own.rate, 'events/s');
  yield figureOf('lost', own.lost, 'events', '= 0');
  yield figureOf('p99-ms', own.p99, 'ms');
  yield figureOf('p99-ratio', own.p99 / own.idleP99, 'ratio', '<= 10');
  const floor = await measureFloor(course, own.batches);
  yield figureOf('floor-ratio', own.rate / floor, 'ratio', goal.floor);
  const rates = [];
  for (const peer of [redHatAtBest, codeVerse]) {
    rates.push(await measurePeer(peer(peersDirectory), course));
  }
  const best = Math.max(...rates);
  yield figureOf('peer-ratio', own.rate / best, 'ratio', goal.peer);
  const slow = redHatByDefault(peersDirectory);
  const slowRate = await measureSlowPeer(slow, course);
  yield figureOf(
    'redhat-default-ratio',
    own.rate / slowRate,
    'ratio',
    '>= 1000',
  );
}

function figureOf(
  figure: string,
  value: number,
  unit: string,
  goal?: Goal,
): Figure {
  return { figure, value, unit, goal };
}
