import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { CatalogScanStore, CompletedRun } from '../CatalogScanStore';
import { RecentSet } from './RecentSet';

/** Where Backstage's catalog reports entities that it cannot process. */
const ERRORS_TOPIC = 'experimental.catalog.errors';

/** Entities of which an error was heard before. */
const MOST_HEARD = 10_000;

/** Early scans take a tenth of the time at most, however large the catalog is. */
const PAUSE_PER_DURATION = 10;
const SHORTEST_PAUSE_MS = 2 * 60_000;

/**
 * Has the catalog scanned early when it reports an entity with an error that
 * no scan has seen yet, or while nothing is known because it was still empty. The
 * catalog reports again and again an error that lasts, which is no news.
 */
export class EarlyScanTask {
  #news = new Set<string>();
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
      onEvent: async event => this.#hear(event),
    });
  }

  /** Looks whether there is news, and whether a scan is due. */
  async run(): Promise<void> {
    const last = await this.options.store.latestRun();
    if (last && !this.#isAllowedAfter(last)) {
      return;
    }
    // A new portal is scanned before its catalog has read anything.
    const wasEmpty = last?.total === 0;
    if (wasEmpty || (await this.#hasNews())) {
      await this.#trigger();
    }
  }

  async #hasNews(): Promise<boolean> {
    if (this.#news.size === 0) {
      return false;
    }
    const refs = [...this.#news];
    this.#news = new Set();
    const known = await this.options.store.findingsOf(refs);
    const seen = new Set(known.map(({ entityRef }) => entityRef));
    return refs.some(ref => !seen.has(ref));
  }

  #hear({ eventPayload }: EventParams): void {
    const { entity } = (eventPayload ?? {}) as { entity?: unknown };
    if (typeof entity === 'string' && this.#heard.add(entity)) {
      this.#news.add(entity);
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
      // It runs already, or the next one will see what there is to see.
      logger.debug(
        `The catalog could not be scanned early: ${
          isError(error) ? error.message : error
        }`,
      );
    }
  }
}
