import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogClient } from '@backstage/catalog-client';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import {
  CatalogScanner,
  createStalenessRules,
  CatalogScanStore,
  EntityAgeStore,
  ScanRecorder,
  VerificationStore,
  openDatabase,
  CatalogVisibility,
  readConfig,
  ServiceCatalogReader,
  StaleEntityLister,
} from '../pluginInternals';
import { standIn } from '../standIn';
import { median } from '../statistics';
import { ScanOutcome, ScanSettings } from './scanOutcome';
import { WatchedHeap } from './WatchedHeap';
import { writtenRows } from './writtenRows';

const LISTED_PAGES = 40;
const PAGE_SIZE = 50;

const nobody = { credentials: {} } as never;
const auth = {
  getOwnServiceCredentials: async () => ({}),
} as unknown as AuthService;

type Config = Parameters<typeof readConfig>[0];

class MeasuredScans {
  readonly #catalog: CatalogService;
  readonly #reader: ServiceCatalogReader;
  readonly #scanner: CatalogScanner;
  readonly #never = new AbortController().signal;

  constructor(
    private readonly knex: Knex,
    config: Config,
    private readonly settings: ScanSettings,
  ) {
    const adoption = readConfig(config);
    const { kinds, placeholders } = adoption.catalog;
    this.#catalog = catalogAt(settings.catalogUrl);
    this.#reader = new ServiceCatalogReader({
      catalog: this.#catalog,
      auth,
      integrations: ScmIntegrations.fromConfig(config),
      kinds,
    });
    this.#scanner = new CatalogScanner({
      recorder: new ScanRecorder(knex, adoption.zone),
      memory: {
        ages: new EntityAgeStore(knex),
        verifications: new VerificationStore(knex),
      },
      rules: createStalenessRules(adoption.catalog),
      placeholders,
      clock: { now: () => Date.now() },
      dayOf: instant => adoption.zone.dayOf(instant),
    });
  }

  async run(): Promise<ScanOutcome> {
    await this.#read();
    const before = await this.#read();
    const heap = new WatchedHeap();
    const first = await this.#scan();
    const heapGrowthBytes = heap.stop();
    const after = await this.#read();
    const again = this.settings.changes ? await this.#rescan() : undefined;
    return {
      readMs: [before, after],
      scanMs: first.ms,
      rescanMs: again?.ms,
      heapGrowthBytes,
      rowsWritten: first.rows,
      rowsRewritten: again?.rows,
      listMs: await this.#list(),
      total: first.total,
      stale: first.stale,
    };
  }

  async #read(): Promise<number> {
    const startedAt = performance.now();
    for await (const page of this.#reader.pages(this.#never)) {
      if (page.entities.length === 0) {
        throw new Error('The catalog has an empty page');
      }
    }
    return performance.now() - startedAt;
  }

  async #scan() {
    const rowsBefore = await writtenRows(this.knex);
    const startedAt = performance.now();
    const result = await this.#scanner.scan({
      reader: this.#reader,
      signal: this.#never,
    });
    const ms = performance.now() - startedAt;
    if (result.status !== 'completed') {
      throw new Error(`The scan: ${JSON.stringify(result)}`);
    }
    const rows = (await writtenRows(this.knex)) - rowsBefore;
    return { ...result, ms, rows };
  }

  async #rescan() {
    await fetch(`${this.settings.catalogUrl}/change`, { method: 'POST' });
    return this.#scan();
  }

  /** The pages one after the other, as somebody reads who scrolls. */
  async #list(): Promise<number> {
    const lister = new StaleEntityLister({
      scans: new CatalogScanStore(this.knex),
      zone: { name: 'UTC' },
    });
    const visibility = new CatalogVisibility({
      catalog: this.#catalog,
      auth: { getOwnServiceCredentials: async () => nobody },
      credentials: nobody,
    });
    const times: number[] = [];
    let after: { since: number; entityRef: string } | undefined;
    for (let page = 0; page < LISTED_PAGES; page++) {
      const startedAt = performance.now();
      const { entities } = await lister.list(
        {
          filter: { state: 'stale' },
          named: [],
          order: 'since',
          after,
          limit: PAGE_SIZE,
        },
        visibility,
      );
      times.push(performance.now() - startedAt);
      const last = entities.at(-1);
      after = last && {
        since: Date.parse(last.since),
        entityRef: last.entityRef,
      };
    }
    return median(times);
  }
}

/**
 * Reads a catalog, scans it, and reads it again, in the code that the plugin
 * scans with; where the catalog can be changed, it is scanned once more. The
 * backend is ready when that is done.
 */
export default standIn(async ({ config, database }) => {
  const settings = config.get<ScanSettings>('benchmark');
  const knex = await openDatabase(database);
  const measured = new MeasuredScans(knex, config, settings);
  writeFileSync(settings.outcome, JSON.stringify(await measured.run()));
});

/** The client that the catalog service uses, without tokens. */
function catalogAt(baseUrl: string): CatalogService {
  const client = new CatalogClient({
    discoveryApi: { getBaseUrl: async () => baseUrl },
  });
  return {
    queryEntities: request => client.queryEntities(request),
    getEntityAncestors: request => client.getEntityAncestors(request),
    getEntitiesByRefs: request => client.getEntitiesByRefs(request),
  } as Partial<CatalogService> as CatalogService;
}
