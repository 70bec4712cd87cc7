import { ScanFinding, StalenessReading } from '../CatalogScanStore';
import { groupBy } from '../../database';
import { EntityFacts, uidOf } from '../facts';
import { CatalogPage } from './CatalogReader';
import { compareFindings } from './compareFindings';
import { FactsGatherer } from './FactsGatherer';
import { IdSet } from './IdSet';
import { Judge } from './Judge';
import { RecentSet } from './RecentSet';
import { RunningScan, ScanJournal, ScanProgress } from './ScanJournal';
import { Tally } from './Tally';

/** The work that a crash may cost, and what is held in memory meanwhile. */
const MOST_PAGES_UNSAVED = 20;
const MOST_FINDINGS_UNSAVED = 2_000;

/** Pages may overlap while the catalog changes, but not by far. */
const REMEMBERED_ENTITIES = 10_000;

interface ScanRunOptions {
  scan: RunningScan;
  /** Where to go on; at the beginning if it is missing. */
  progress?: ScanProgress;
  reasons: string[];
  judge: Judge;
  gatherer: FactsGatherer;
  journal: ScanJournal;
}

/** One scan from page to page, holding no more than some of them at a time. */
export class ScanRun {
  readonly #tally: Tally;
  readonly #confirmed: IdSet;
  readonly #recent = new RecentSet(REMEMBERED_ENTITIES);
  #unsaved: ScanFinding[] = [];
  #unsavedPages = 0;

  constructor(private readonly options: ScanRunOptions) {
    const { progress, reasons } = options;
    this.#tally = progress ? Tally.from(progress.tally) : Tally.empty(reasons);
    this.#confirmed = progress?.confirmed ?? IdSet.of();
    progress?.lastPage.forEach(uid => this.#recent.add(uid));
  }

  /** @param now - in ms UTC */
  async take({ entities, nextCursor }: CatalogPage, now: number) {
    const { gatherer } = this.options;
    const fresh = entities.filter(entity => this.#recent.add(uidOf(entity)));
    await this.#judge(await gatherer.factsOf(fresh));
    this.#unsavedPages += 1;
    if (nextCursor !== undefined && this.#isSaveDue()) {
      const lastPage = entities.map(uidOf);
      await this.#save({ cursor: nextCursor, lastPage }, now);
    }
  }

  async complete(
    rest: Pick<StalenessReading, 'scannedAt' | 'ownerUnknownChecked'>,
  ): Promise<StalenessReading> {
    const { journal, scan } = this.options;
    const reading = this.#tally.reading(rest);
    await journal.complete(scan, {
      reading,
      confirmed: this.#confirmed,
      findings: this.#unsaved,
    });
    return reading;
  }

  async #judge(all: EntityFacts[]): Promise<void> {
    const { journal, scan, judge } = this.options;
    const uids = all.map(({ entity }) => uidOf(entity));
    const listed = groupBy(
      await journal.listedOf(scan.source, uids),
      ({ finding }) => finding.entityUid,
    );
    for (const facts of all) {
      const known = listed.get(uidOf(facts.entity)) ?? [];
      const previous = known.map(({ finding }) => finding);
      const found = judge.findings(facts, previous);
      this.#tally.add(facts, found);
      const { confirmed, changed } = compareFindings(known, found);
      confirmed.forEach(id => this.#confirmed.add(id));
      this.#unsaved.push(...changed);
    }
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
    const { journal, scan } = this.options;
    const tally = this.#tally.state();
    const progress = { ...place, tally, confirmed: this.#confirmed };
    await journal.save(scan, progress, { findings: this.#unsaved, at });
    this.#unsaved = [];
    this.#unsavedPages = 0;
  }
}
