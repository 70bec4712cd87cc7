import { Entity } from '@backstage/catalog-model';
import { EntityFacts, faultOf, nameInReports, refOf } from '../facts';
import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';
import { CatalogPage } from './CatalogReader';
import { compareFindings } from './compareFindings';
import { IMPORTED } from './EntityListReader';
import { FactsReader } from './FactsReader';
import { IdSet } from './IdSet';
import { judge, Judgement } from './judge';
import { RecentSet } from './RecentSet';
import { ListedFinding, RunningScan, ScanProgress } from './RunningScan';
import { ScanRecorder } from './ScanRecorder';
import { step } from './steps';
import { Tally } from './Tally';

/** Limits repeated work after a crash, and memory. */
const MOST_PAGES_UNSAVED = 20;
const MOST_FINDINGS_UNSAVED = 2_000;

/** Pages can overlap a little while the catalog changes. */
const REMEMBERED_ENTITIES = 10_000;

interface ScanRunOptions {
  scan: RunningScan;
  /** Where to resume. Defaults to the beginning. */
  progress?: ScanProgress;
  judgement: Judgement;
  facts: FactsReader;
  recorder: Pick<ScanRecorder, 'listedOf' | 'save' | 'complete'>;
}

/** Judges a catalog page by page, to limit memory. */
export class ScanRun {
  readonly #tally: Tally;
  readonly #confirmed: IdSet;
  readonly #recent = new RecentSet(REMEMBERED_ENTITIES);
  #unsaved: ScanFinding[] = [];
  #unsavedPages = 0;

  constructor(private readonly options: ScanRunOptions) {
    const { progress, judgement } = options;
    this.#tally = progress
      ? Tally.from(progress.tally)
      : Tally.empty(judgement.rules.map(({ reason }) => reason));
    this.#confirmed = progress?.confirmed ?? IdSet.of();
    progress?.lastPage.forEach(ref => this.#recent.add(ref));
  }

  /** @param now - in ms UTC */
  async take({ entities, nextCursor }: CatalogPage, now: number) {
    const { facts } = this.options;
    const legible = entities.filter(entity => this.#isLegible(entity));
    const fresh = legible.filter(entity => this.#recent.add(refOf(entity)));
    await this.#judge(await facts.factsOf(fresh));
    this.#unsavedPages += 1;
    if (nextCursor !== undefined && this.#isSaveDue()) {
      const lastPage = legible.map(refOf);
      await this.#save({ cursor: nextCursor, lastPage }, now);
    }
  }

  async complete(
    rest: Pick<StalenessReading, 'scannedAt' | 'ownerUnknownChecked'>,
  ): Promise<StalenessReading> {
    const { recorder, scan } = this.options;
    const reading = this.#tally.reading(rest);
    await step('store what was found', () =>
      recorder.complete(scan, {
        reading,
        confirmed: this.#confirmed,
        findings: this.#unsaved,
      }),
    );
    return reading;
  }

  async #judge(all: EntityFacts[]): Promise<void> {
    const { scan, judgement } = this.options;
    const refs = all.map(({ entity }) => refOf(entity));
    const listed = await this.#listedOf(scan.source, refs);
    const judged = all.map(facts => {
      const known = listed.get(refOf(facts.entity)) ?? [];
      return { facts, known, ...judge(facts, known.map(findingIn), judgement) };
    });
    const imported = await this.#importedOf(
      judged.filter(isNew).map(({ facts }) => refOf(facts.entity)),
    );
    for (const { facts, known, ...first } of judged) {
      const entityRef = refOf(facts.entity);
      const before = imported.get(entityRef);
      // Findings that were imported keep their start.
      const { found, failures } = before
        ? judge(facts, [...known, ...before].map(findingIn), judgement)
        : first;
      this.#tally.add(facts, found);
      if (failures.length > 0) {
        this.#tally.addUnjudged({ entityRef, reason: failures.join('; ') });
      }
      const { confirmed, changed } = compareFindings(known, found);
      confirmed.forEach(id => this.#confirmed.add(id));
      this.#unsaved.push(...changed);
    }
  }

  async #listedOf(source: string, refs: string[]) {
    const { recorder } = this.options;
    return Map.groupBy(
      await step('read what was found before', () =>
        recorder.listedOf(source, refs),
      ),
      ({ finding }) => finding.entityRef,
    );
  }

  async #importedOf(refs: string[]): Promise<Map<string, ListedFinding[]>> {
    return refs.length === 0 || this.options.scan.source === IMPORTED
      ? new Map()
      : this.#listedOf(IMPORTED, refs);
  }

  #isLegible(entity: Entity): boolean {
    const reason = faultOf(entity);
    if (reason !== undefined) {
      const entityRef = nameInReports(entity);
      this.#tally.addUnjudged({ entityRef, reason });
    }
    return reason === undefined;
  }

  #isSaveDue(): boolean {
    return (
      this.#unsavedPages >= MOST_PAGES_UNSAVED ||
      this.#unsaved.length >= MOST_FINDINGS_UNSAVED
    );
  }

  async #save(
    place: Pick<ScanProgress, 'cursor' | 'lastPage'>,
    at: number,
  ): Promise<void> {
    const { recorder, scan } = this.options;
    const tally = this.#tally.state();
    const progress = { ...place, tally, confirmed: this.#confirmed };
    await step('store what was found so far', () =>
      recorder.save(scan, progress, { findings: this.#unsaved, at }),
    );
    this.#unsaved = [];
    this.#unsavedPages = 0;
  }
}

function findingIn({ finding }: ListedFinding): ScanFinding {
  return finding;
}

/** Whether there are findings that are not listed yet. */
function isNew(judged: { known: ListedFinding[]; found: ScanFinding[] }) {
  const reasons = new Set(judged.known.map(({ finding }) => finding.reason));
  return judged.found.some(({ reason }) => !reasons.has(reason));
}
