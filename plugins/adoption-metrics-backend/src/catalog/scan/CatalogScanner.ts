import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { reasonOf } from '../../failures';
import { Day } from '../../time';
import { UnjudgedEntities } from '../UnjudgedEntity';
import { AppliedRule } from '../rules/StalenessRule';
import { CatalogReader } from './CatalogReader';
import { EntityMemory, FactsReader } from './FactsReader';
import { readAhead } from './readAhead';
import { RunningScan, ScanProgress, ScanSupersededError } from './RunningScan';
import { ScanRecorder } from './ScanRecorder';
import { ScanRun } from './ScanRun';
import { step, stepwise } from './steps';

/** The result of a scan. Only a completed one changes the metric. */
export type ScanResult =
  | {
      status: 'completed';
      total: number;
      stale: number;
      unjudged?: UnjudgedEntities;
    }
  | { status: 'failed'; error: string }
  /** It can be resumed. */
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

/** Judges all entities of a catalog by the rules. */
export class CatalogScanner {
  constructor(
    private readonly options: {
      recorder: Pick<ScanRecorder, keyof ScanRecorder>;
      memory: EntityMemory;
      rules: AppliedRule[];
      /** Names of owners that are only placeholders. */
      placeholders: string[];
      clock: Clock;
      /** The day of an instant in the reporting zone. */
      dayOf(instant: number): Day;
    },
  ) {}

  async scan(scan: Scan): Promise<ScanResult> {
    const { recorder, clock } = this.options;
    const { source } = scan.reader;
    const now = clock.now();
    let running: RunningScan | undefined;
    try {
      const rules = await this.#applicable(scan);
      const basis = basisOf(rules, scan.reader, this.options.placeholders);
      const begun = await step('begin in the database', () =>
        recorder.begin({ source, basis, now }),
      );
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
    const { recorder, memory, placeholders, clock, dayOf } = this.options;
    const now = begun.scan.startedAt;
    const needs = new Set(applied.flatMap(rule => rule.needs ?? []));
    const run = new ScanRun({
      ...begun,
      recorder,
      judgement: { rules: applied, now, today: dayOf(now) },
      facts: await FactsReader.create({
        reader,
        signal,
        memory,
        needs,
        checksOwners,
        placeholders: new Set(placeholders.map(name => name.toLowerCase())),
        now,
      }),
    });
    const pages = reader.pages(signal, begun.progress?.cursor);
    const read = stepwise('read the entities', pages);
    for await (const page of readAhead(read)) {
      signal.throwIfAborted();
      await run.take(page, clock.now());
    }
    signal.throwIfAborted();
    const { total, stale, unjudged } = await run.complete({
      scannedAt: clock.now(),
      ownerUnknownChecked: checksOwners,
    });
    return { status: 'completed', total, stale, unjudged };
  }

  // Without groups in the catalog, every owner would be unknown.
  async #applicable({ reader }: Scan): Promise<Rules> {
    const { rules } = this.options;
    const wanted = rules.some(({ reason }) => reason === 'owner-unknown');
    const hasGroups =
      wanted && (await step('look for groups', () => reader.hasGroups()));
    if (hasGroups) {
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
    const error = reasonOf(fault);
    const { running, startedAt, reader } = scan;
    const finishedAt = this.options.clock.now();
    try {
      const failure = { source: reader.source, startedAt, finishedAt, error };
      await this.options.recorder.fail(failure, running);
    } catch {
      // If the database failed as well, report the first error.
    }
    return { status: 'failed', error };
  }
}

/** Scans can only be resumed if these are the same. */
function basisOf(
  { applied, checksOwners }: Rules,
  { scope }: CatalogReader,
  placeholders: string[],
): string {
  const rules = applied.map(({ reason, definition, grace, kinds }) => ({
    reason,
    definition,
    grace,
    kinds: kinds ? [...kinds] : null,
  }));
  return JSON.stringify({ scope, rules, checksOwners, placeholders });
}
