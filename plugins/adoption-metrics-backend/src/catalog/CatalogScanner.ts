import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { describeDatabaseError } from '../database';
import { Day } from '../time';
import { CatalogReader } from './CatalogReader';
import { CatalogScanStore } from './CatalogScanStore';
import { EntityFacts, ownersOf, uidOf } from './facts';
import { Judge } from './Judge';
import { OwnerLookup } from './OwnerLookup';
import { AppliedRule } from './rules';
import { Tally } from './tally';

/** What became of a scan. Only a completed one changes the figure. */
export type ScanResult =
  | { status: 'completed'; total: number; stale: number }
  | { status: 'failed'; error: string }
  | { status: 'aborted' };

interface Scan {
  reader: CatalogReader;
  signal: AbortSignal;
}

/** Applies the rules to all entities of a catalog. */
export class CatalogScanner {
  constructor(
    private readonly options: {
      store: CatalogScanStore;
      rules: AppliedRule[];
      clock: Clock;
      /** The day of the reporting zone on which an instant lies. */
      dayOf(instant: number): Day;
    },
  ) {}

  async scan(scan: Scan): Promise<ScanResult> {
    const startedAt = this.options.clock.now();
    try {
      return await this.#complete(scan, startedAt);
    } catch (error) {
      return scan.signal.aborted
        ? { status: 'aborted' }
        : this.#fail(error, { source: scan.reader.source, startedAt });
    }
  }

  async #complete(scan: Scan, startedAt: number): Promise<ScanResult> {
    const { store, clock, dayOf } = this.options;
    const { source } = scan.reader;
    const { rules, checksOwners } = await this.#applicable(scan);
    const tally = new Tally(rules.map(({ reason }) => reason));
    const known = await withoutValues(store.currentFindings(source));
    const time = { now: startedAt, today: dayOf(startedAt) };
    const judge = new Judge(rules, time, known);
    for await (const facts of factsOf(scan, checksOwners)) {
      tally.add(facts, judge.findings(facts));
    }
    scan.signal.throwIfAborted();
    const reading = tally.reading({
      scannedAt: clock.now(),
      ownerUnknownChecked: checksOwners,
    });
    const { findings } = tally;
    await withoutValues(
      store.publish({ source, startedAt, reading, findings }),
    );
    return {
      status: 'completed',
      total: reading.total,
      stale: reading.stale,
    };
  }

  // Without groups in the catalog, every owner would be unknown.
  async #applicable({ reader }: Scan) {
    const { rules } = this.options;
    const wanted = rules.some(({ reason }) => reason === 'owner-unknown');
    if (wanted && (await reader.hasGroups())) {
      return { rules, checksOwners: true };
    }
    return {
      rules: rules.filter(({ reason }) => reason !== 'owner-unknown'),
      checksOwners: false,
    };
  }

  async #fail(
    fault: unknown,
    scan: { source: string; startedAt: number },
  ): Promise<ScanResult> {
    const error = fault instanceof Error ? fault.message : String(fault);
    const finishedAt = this.options.clock.now();
    try {
      await this.options.store.recordFailure({ ...scan, finishedAt, error });
    } catch {
      // The database may be what failed; the first fault is the one to report.
    }
    return { status: 'failed', error };
  }
}

/** Each entity once, although pages may overlap while the catalog changes. */
async function* factsOf(
  { reader, signal }: Scan,
  checksOwners: boolean,
): AsyncIterable<EntityFacts> {
  const failingLocations = await reader.failingLocations(signal);
  const lookup = checksOwners ? new OwnerLookup(reader, signal) : undefined;
  const seen = new Set<string>();
  for await (const page of reader.pages(signal)) {
    signal.throwIfAborted();
    const owned = page
      .filter(entity => isFirst(seen, uidOf(entity)))
      .map(entity => ({ entity, owners: ownersOf(entity) }));
    const existingOwners = await lookup?.existing(
      owned.flatMap(({ owners }) => owners),
    );
    for (const each of owned) {
      yield { ...each, failingLocations, existingOwners };
    }
  }
}

// The driver quotes a failed statement with its values: thousands of findings.
async function withoutValues<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw new Error(`The database failed: ${describeDatabaseError(error)}`);
  }
}

function isFirst(seen: Set<string>, uid: string): boolean {
  return seen.size < seen.add(uid).size;
}
