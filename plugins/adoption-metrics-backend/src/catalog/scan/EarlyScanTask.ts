import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { reasonOf } from '../../failures';
import { MINUTE_MS } from '../../time';
import { CatalogScanStore, CompletedRun } from '../CatalogScanStore';
import { RecentSet } from './RecentSet';

/** The topic of the catalog's processing errors. */
const ERRORS_TOPIC = 'experimental.catalog.errors';

/** How many entities with errors to remember. */
const MOST_HEARD = 10_000;

/** Limits early scans to about a tenth of the time, for large catalogs. */
const PAUSE_PER_DURATION = 10;
const SHORTEST_PAUSE_MS = 2 * MINUTE_MS;

/**
 * Starts an early scan when the catalog reports a new processing error, or when
 * the catalog was empty at the last scan. The catalog repeats errors while they
 * last; repetitions are ignored.
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

  /** Starts a scan if there are new errors, and enough time has passed. */
  async run(): Promise<void> {
    const last = await this.options.store.latestRun();
    if (last && !this.#isAllowedAfter(last)) {
      return;
    }
    // In a new portal, the first scan may come before the catalog is filled.
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
      // Another scan is running, and it or the next one will find the error.
      logger.debug(`Could not start an early catalog scan: ${reasonOf(error)}`);
    }
  }
}
