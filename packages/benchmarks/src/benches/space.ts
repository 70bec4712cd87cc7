import { BenchmarkOptions } from '../Benchmark';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { formatNumber } from '../format';
import { weighPersonYear } from '../history/largeCompany';
import { countEvents } from '../history/Past';
import { Portal } from '../history/Portal';
import { Pasts, pastsOf } from '../history/scale';
import { ours } from '../systems/ours';
import { codeVerse, installPeers, redHatAtBest } from '../systems/peers';
import { System } from '../systems/System';

/** Storage per event, and per person and year, including indexes. */
export async function* space({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const pasts = pastsOf(trial);
  const directory = await installPeers();
  const peers = [redHatAtBest(directory), codeVerse(directory)];
  for (const open of [createSqlite, createPostgres]) {
    const database = await open();
    const named = (text: string) => note(`${database.name}: ${text}`);
    const figures = weigh({ database, pasts, note: named }, peers);
    for await (const figure of figures) {
      yield { ...figure, database: database.name };
    }
    await database.reset();
  }
}

async function* weigh(
  course: { database: TestDatabase; pasts: Pasts; note(text: string): void },
  peers: System[],
): AsyncGenerator<Figure> {
  const { database, pasts, note } = course;
  const past = pasts.large;
  const bytesPerEvent = async (system: System) => {
    const bytes = await Portal.sizeOf({ system, database, past });
    const each = bytes / countEvents(past);
    note(`${system.title}: ${formatNumber(each)} bytes per event`);
    return each;
  };
  const own = await bytesPerEvent(ours);
  yield { figure: 'bytes-per-event', value: own, unit: 'bytes' };
  const others = [];
  for (const peer of peers) {
    others.push(await bytesPerEvent(peer));
  }
  yield {
    figure: 'peer-ratio',
    value: own / Math.min(...others),
    unit: 'ratio',
    goal: '<= 0.1',
  };
  if (database.name === 'PostgreSQL') {
    yield {
      figure: 'bytes-per-person-year',
      value: await weighPersonYear({ database, pasts }),
      unit: 'bytes',
    };
  }
}
