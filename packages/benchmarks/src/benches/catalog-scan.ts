import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from 'toolchain/lib/paths.mjs';
import { BenchmarkOptions } from '../Benchmark';
import { Backend } from '../backend/Backend';
import { CatalogStandIn } from '../catalog/CatalogStandIn';
import { LargeCatalog } from '../catalog/LargeCatalog';
import { ScanOutcome, ScanSettings } from '../catalog/scanOutcome';
import { createPostgres } from '../databases/postgres';
import { createSqlite } from '../databases/sqlite';
import { TestDatabase } from '../databases/TestDatabase';
import { Figure } from '../figure';
import { runPlugin } from '../runPlugin';
import { mean } from '../statistics';

const MEGABYTE = 1_000_000;

/** Entities of a page, see `ServiceCatalogReader`. */
const PAGE_SIZE = 500;
const FILLED_WITHIN_MS = 10 * 60_000;

const FULL: LargeCatalog = {
  entities: 1_000_000,
  groups: 5_000,
  changedOneIn: 100,
  pageMs: 0,
};
const FULL_REAL: LargeCatalog = { ...FULL, entities: 50_000, groups: 500 };
const TRIAL: LargeCatalog = { ...FULL, entities: 20_000, groups: 100 };
const TRIAL_REAL: LargeCatalog = { ...TRIAL, entities: 5_000 };

/**
 * How long scanning takes compared to reading the catalog, and what it costs.
 */
export async function* catalogScan({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const postgres = await createPostgres();
  const real = await scanReal(postgres, trial ? TRIAL_REAL : FULL_REAL);
  note(`catalog of Backstage: ${describe(real)}`);
  yield {
    figure: 'real-catalog-streaming-ratio',
    database: postgres.name,
    value: streamingRatio(real),
    unit: 'ratio',
    goal: '<= 1.25',
  };
  const pageMs = (mean(real.readMs) * PAGE_SIZE) / real.total;
  note(`the stand-in is busy with each page for ${pageMs.toFixed(1)} ms`);
  const catalog = { ...(trial ? TRIAL : FULL), pageMs };
  for (const database of [await createSqlite(), postgres]) {
    const outcome = await scanStandIn(database, catalog);
    note(`${database.name}: ${describe(outcome)}`);
    for (const figure of figuresOf(outcome)) {
      yield { ...figure, database: database.name };
    }
    await database.reset();
  }
}

async function scanReal(
  database: TestDatabase,
  catalog: LargeCatalog,
): Promise<ScanOutcome> {
  const configuration = await database.reset();
  const backend = await Backend.start({
    system: {
      package: './src/catalog/realCatalog.ts',
      directory: inProject('packages/benchmarks'),
      pluginId: 'catalog',
    },
    database: configuration,
    settings: {
      backend: { auth: { dangerouslyDisableDefaultAuthPolicy: true } },
      // These entities have no location, and must not change.
      catalog: { orphanStrategy: 'keep', processingInterval: false },
      benchmark: { catalog },
    },
    timeoutMs: FILLED_WITHIN_MS,
  });
  const catalogUrl = `${backend.baseUrl}/api/catalog`;
  const outcome = await scan(configuration, { catalogUrl, changes: false });
  await backend.stop();
  return outcome;
}

async function scanStandIn(
  database: TestDatabase,
  catalog: LargeCatalog,
): Promise<ScanOutcome> {
  const served = await CatalogStandIn.start(catalog);
  const settings = { catalogUrl: served.baseUrl, changes: true };
  const outcome = await scan(await database.reset(), settings);
  await served.stop();
  return outcome;
}

async function scan(
  database: object,
  settings: Omit<ScanSettings, 'outcome'>,
): Promise<ScanOutcome> {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-scan-'));
  const outcome = join(directory, 'outcome.json');
  const benchmark = { ...settings, outcome };
  await runPlugin('catalog/scanLarge.ts', { database, benchmark });
  return JSON.parse(readFileSync(outcome, 'utf8'));
}

function streamingRatio({ scanMs, readMs }: ScanOutcome): number {
  return scanMs / mean(readMs);
}

function figuresOf(outcome: ScanOutcome): Figure[] {
  const { heapGrowthBytes, listMs } = outcome;
  const { rowsWritten, rowsRewritten = NaN } = outcome;
  return [
    {
      figure: 'streaming-ratio',
      value: streamingRatio(outcome),
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
  const again =
    rescanMs === undefined
      ? ''
      : `, again in ${seconds(rescanMs)}; ${
          outcome.rowsWritten
        } rows written, then ${outcome.rowsRewritten}`;
  return `${stale} of ${total} entities are stale; read in ${readMs
    .map(seconds)
    .join(' and ')}, scanned in ${seconds(scanMs)}${again}`;
}
