import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Day } from '../../time';
import { AppliedRule } from '../rules';
import { CatalogReader } from './CatalogReader';
import { EntityMemory, FactsGatherer } from './FactsGatherer';
import { Judge } from './Judge';
import { readAhead } from './readAhead';
import {
  RunningScan,
  ScanJournal,
  ScanProgress,
  ScanSupersededError,
} from './ScanJournal';
import { ScanRun } from './ScanRun';

/** What became of a scan. Only a completed one changes the metric. */
export type ScanResult =
  | { status: 'completed'; total: number; stale: number }
  | { status: 'failed'; error: string }
  /** It can be taken up where it stood. */
  | { status: 'aborted' }
  | { status: 'superseded' };

interface Scan {
  reader: CatalogReader;
  signal: AbortSignal;
}

interface Rules {
  applied: AppliedRule[];
  checksOwners: boolean;
}

/** Applies the rules to all entities of a catalog. */
export class CatalogScanner {
  constructor(
    private readonly options: {
      journal: ScanJournal;
      memory: EntityMemory;
      rules: AppliedRule[];
      clock: Clock;
      /** The day of the reporting zone on which an instant lies. */
      dayOf(instant: number): Day;
    },
  ) {}

  async scan(scan: Scan): Promise<ScanResult> {
    const { journal, clock } = this.options;
    const { source } = scan.reader;
    const now = clock.now();
    let running: RunningScan | undefined;
    try {
      const rules = await this.#applicable(scan);
      const basis = basisOf(rules, scan.reader);
      const begun = await journal.begin({ source, basis, now });
      running = begun.scan;
      return await this.#complete(scan, rules, begun);
    } catch (error) {
      return this.#resultOf(error, { ...scan, running, startedAt: now });
    }
  }

  async #complete(
    { reader, signal }: Scan,
    { applied, checksOwners }: Rules,
    begun: { scan: RunningScan; progress?: ScanProgress },
  ): Promise<ScanResult> {
    const { journal, memory, clock, dayOf } = this.options;
    const now = begun.scan.startedAt;
    const needs = new Set(applied.flatMap(rule => rule.needs ?? []));
    const run = new ScanRun({
      ...begun,
      journal,
      reasons: applied.map(({ reason }) => reason),
      judge: new Judge(applied, { now, today: dayOf(now) }),
      gatherer: await FactsGatherer.create({
        ...{ reader, signal, memory, needs, checksOwners, now },
      }),
    });
    const pages = reader.pages(signal, begun.progress?.cursor);
    for await (const page of readAhead(pages)) {
      signal.throwIfAborted();
      await run.take(page, clock.now());
    }
    signal.throwIfAborted();
    const { total, stale } = await run.complete({
      scannedAt: clock.now(),
      ownerUnknownChecked: checksOwners,
    });
    return { status: 'completed', total, stale };
  }

  // Without groups in the catalog, every owner would be unknown.
  async #applicable({ reader }: Scan): Promise<Rules> {
    const { rules } = this.options;
    const wanted = rules.some(({ reason }) => reason === 'owner-unknown');
    if (wanted && (await reader.hasGroups())) {
      return { applied: rules, checksOwners: true };
    }
    return {
      applied: rules.filter(({ reason }) => reason !== 'owner-unknown'),
      checksOwners: false,
    };
  }

  async #resultOf(
    fault: unknown,
    scan: Scan & { running?: RunningScan; startedAt: number },
  ): Promise<ScanResult> {
    if (scan.signal.aborted) {
      return { status: 'aborted' };
    }
    if (fault instanceof ScanSupersededError) {
      return { status: 'superseded' };
    }
    const error = fault instanceof Error ? fault.message : String(fault);
    const { running, startedAt, reader } = scan;
    const finishedAt = this.options.clock.now();
    try {
      const failure = { source: reader.source, startedAt, finishedAt, error };
      await this.options.journal.fail(failure, running);
    } catch {
      // The database may be what failed; the first fault is the one to report.
    }
    return { status: 'failed', error };
  }
}

/** What has to be the same for a scan to go on where another one stopped. */
function basisOf(
  { applied, checksOwners }: Rules,
  { scope }: CatalogReader,
): string {
  const rules = applied.map(({ reason, definition, grace, kinds }) => ({
    ...{ reason, definition, grace },
    kinds: kinds ? [...kinds] : null,
  }));
  return JSON.stringify({ scope, rules, checksOwners });
}
