import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchmarkOptions } from '../Benchmark';
import { CatalogStandIn } from '../catalog/CatalogStandIn';
import { LargeCatalog } from '../catalog/LargeCatalog';
import { ScanOutcome } from '../catalog/scanOutcome';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { runPlugin } from '../runPlugin';
import { mean } from '../statistics';

const MEGABYTE = 1_000_000;

const FULL: LargeCatalog = {
  entities: 1_000_000,
  groups: 5_000,
  changedOneIn: 100,
};
const TRIAL: LargeCatalog = { ...FULL, entities: 200_000, groups: 1_000 };

/** How long a catalog takes to scan, beside reading it, and what it costs. */
export async function* catalogScan({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  for (const open of [createSqlite, createPostgres]) {
    const database = await open();
    const catalog = await CatalogStandIn.start(trial ? TRIAL : FULL);
    const outcome = await scan(database, catalog.baseUrl, true);
    await catalog.stop();
    note(`${database.name}: ${describe(outcome)}`);
    for (const figure of figuresOf(outcome)) {
      yield { ...figure, database: database.name };
    }
    await database.reset();
  }
}

async function scan(
  database: TestDatabase,
  catalogUrl: string,
  changes: boolean,
): Promise<ScanOutcome> {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-scan-'));
  const outcome = join(directory, 'outcome.json');
  await runPlugin('catalog/scanLarge.ts', {
    database: await database.reset(),
    benchmark: { catalogUrl, changes, outcome },
  });
  return JSON.parse(readFileSync(outcome, 'utf8'));
}

function figuresOf(outcome: ScanOutcome): Figure[] {
  const { readMs, scanMs, heapGrowthBytes, listMs } = outcome;
  const { rowsWritten, rowsRewritten = NaN } = outcome;
  return [
    {
      figure: 'streaming-ratio',
      value: scanMs / mean(readMs),
      unit: 'ratio',
      goal: '<= 1.25',
    },
    {
      figure: 'heap-growth-mb',
      value: heapGrowthBytes / MEGABYTE,
      unit: 'MB',
      goal: '< 150',
    },
    {
      figure: 'second-scan-rows-written-ratio',
      value: rowsRewritten / rowsWritten,
      unit: 'ratio',
      goal: '<= 0.03',
    },
    { figure: 'list-ms', value: listMs, unit: 'ms', goal: '< 50' },
  ];
}

function describe(outcome: ScanOutcome): string {
  const { readMs, scanMs, rescanMs, total, stale } = outcome;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const again = rescanMs === undefined ? '' : `, again ${seconds(rescanMs)}`;
  return `${stale} of ${total} entities are stale; read in ${readMs
    .map(seconds)
    .join(' and ')}, scanned in ${seconds(scanMs)}${again}; ${
    outcome.rowsWritten
  } rows written, then ${outcome.rowsRewritten}`;
}
