import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { reasonOf } from '../../failures';
import { MINUTE_MS } from '../../time';
import { CatalogScanStore, CompletedRun } from '../CatalogScanStore';
import { RecentSet } from './RecentSet';

/** Where Backstage's catalog reports entities that it cannot process. */
const ERRORS_TOPIC = 'experimental.catalog.errors';

/** Entities whose errors are remembered. */
const MOST_HEARD = 10_000;

/** Early scans take up to a tenth of the time, however large the catalog is. */
const PAUSE_PER_DURATION = 10;
const SHORTEST_PAUSE_MS = 2 * MINUTE_MS;

/**
 * Starts a scan early when the catalog reports an entity with an error that no
 * scan has seen yet, or when the catalog was still empty at the last scan. The
 * catalog repeats its report while an error lasts; repeats do not count.
 */
export class EarlyScanTask {
  #reported = new Set<string>();
  readonly #heard = new RecentSet(MOST_HEARD);

  constructor(
    private readonly options: {
      store: Pick<CatalogScanStore, 'findingsOf' | 'latestRun'>;
      scheduler: Pick<SchedulerService, 'triggerTask'>;
      clock: Clock;
      logger: LoggerService;
      /** The task that scans. */
      taskId: string;
    },
  ) {}

  async listen(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'adoption-metrics-early-scans',
      topics: [ERRORS_TOPIC],
      onEvent: async event => this.#remember(event),
    });
  }

  /** Starts a scan if there are new errors and the last one is long enough ago. */
  async run(): Promise<void> {
    const last = await this.options.store.latestRun();
    if (last && !this.#isAllowedAfter(last)) {
      return;
    }
    // A new portal is scanned before its catalog has read anything.
    const wasEmpty = last?.total === 0;
    if (wasEmpty || (await this.#hasNewErrors())) {
      await this.#trigger();
    }
  }

  async #hasNewErrors(): Promise<boolean> {
    if (this.#reported.size === 0) {
      return false;
    }
    const refs = [...this.#reported];
    this.#reported = new Set();
    const known = await this.options.store.findingsOf(refs);
    const seen = new Set(known.map(({ entityRef }) => entityRef));
    return refs.some(ref => !seen.has(ref));
  }

  #remember({ eventPayload }: EventParams): void {
    const { entity } = (eventPayload ?? {}) as { entity?: unknown };
    if (typeof entity === 'string' && this.#heard.add(entity)) {
      this.#reported.add(entity);
    }
  }

  #isAllowedAfter({ startedAt, finishedAt }: CompletedRun): boolean {
    const duration = finishedAt - startedAt;
    const pause = Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_DURATION * duration);
    return this.options.clock.now() - finishedAt >= pause;
  }

  async #trigger(): Promise<void> {
    const { scheduler, logger, taskId } = this.options;
    try {
      await scheduler.triggerTask(taskId);
    } catch (error) {
      // One is already running, or the next one finds the same.
      logger.debug(`Could not start an early catalog scan: ${reasonOf(error)}`);
    }
  }
}
