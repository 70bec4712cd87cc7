import { RunningScan, ScanFailure, ScanProgress } from '../scan/RunningScan';
import { ScanRecorder } from '../scan/ScanRecorder';
import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';

/** Keeps scans in memory, for tests. */
export class MemoryScanRecorder
  implements Pick<ScanRecorder, keyof ScanRecorder>
{
  readonly readings: StalenessReading[] = [];
  readonly failures: ScanFailure[] = [];
  readonly saved: ScanProgress[] = [];
  list: Array<{ id: number; finding: ScanFinding }> = [];
  #staged: ScanFinding[] = [];
  #nextId = 1;
  #running?: { scan: RunningScan; progress?: ScanProgress };

  get stored(): ScanFinding[] {
    return this.list.map(({ finding }) => finding);
  }

  async begin({ source, now }: { source: string; now: number }) {
    this.#running ??= { scan: { id: 1, source, startedAt: now, turn: 1 } };
    return this.#running;
  }

  async listedOf(_source: string, entityRefs: string[]) {
    return this.list.filter(each =>
      entityRefs.includes(each.finding.entityRef),
    );
  }

  async save(
    scan: RunningScan,
    progress: ScanProgress,
    { findings }: { findings: ScanFinding[] },
  ) {
    this.saved.push(progress);
    this.#staged.push(...findings);
    this.#running = { scan, progress };
  }

  async complete(
    _scan: RunningScan,
    outcome: Parameters<ScanRecorder['complete']>[1],
  ) {
    const changed = [...this.#staged, ...outcome.findings];
    const kept = this.list.filter(
      ({ id, finding }) =>
        outcome.confirmed.has(id) && !changed.some(isSame(finding)),
    );
    const added = changed.map(finding => ({ id: this.#nextId++, finding }));
    this.list = [...kept, ...added];
    this.readings.push(outcome.reading);
    this.#reset();
  }

  async fail(failure: ScanFailure) {
    this.failures.push(failure);
    this.#reset();
  }

  #reset() {
    this.#staged = [];
    this.#running = undefined;
  }
}

function isSame(a: ScanFinding) {
  return (b: ScanFinding) =>
    a.entityRef === b.entityRef && a.reason === b.reason;
}
