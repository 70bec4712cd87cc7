import type {
  AnalyticsEvent,
  AppTreeApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { toAppPath } from './basePath';
import type { CollectorApi } from './CollectorApi';
import type { Engine } from './engine';
import { watchInputs } from './interactions/inputs';
import { InteractionFilter } from './interactions/InteractionFilter';
import type { ObservationLog } from './pageLoad/ObservationLog';
import { watchHistory } from './pageLoad/watchHistory';
import { watchVisibility } from './pageLoad/watchVisibility';
import { pageAt } from './pages';
import { whenIdle } from './whenIdle';

export interface CollectorOptions {
  page: Window;
  log: ObservationLog;
  basePath: string;
  /** Whether this document's page loads are among the sampled ones. */
  samplesPageLoads: boolean;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
  appTreeApi: AppTreeApi;
  loadEngine(): Promise<typeof import('./engine')>;
}

const MAX_EARLY_EVENTS = 200;

/**
 * The part of the collector that must be there from the start: it listens,
 * tells deliberate interactions, and loads the rest once the page is idle.
 */
export class Collector implements CollectorApi {
  #options: CollectorOptions;
  #filter: InteractionFilter;
  #inputs = 0;
  #lastInputAt = -Infinity;
  #early: CollectedEvent[] = [];
  #engine: Engine | undefined;
  #wantsPageLoads = false;

  constructor(options: CollectorOptions) {
    const { page, basePath, appTreeApi } = options;
    this.#options = options;
    this.#filter = new InteractionFilter({
      now: () => Date.now(),
      isHidden: () => page.document.visibilityState === 'hidden',
      inputs: () => this.#inputs,
      sinceInput: () => page.performance.now() - this.#lastInputAt,
      openedAtHome: toAppPath(page.location.pathname, basePath) === '/',
      pageAt: path => pageAt(appTreeApi, path),
    });
    this.#listen();
    whenIdle(page, () => this.#loadEngine());
  }

  captureEvent(event: AnalyticsEvent): void {
    this.#record(this.#filter.accept(event));
  }

  measurePageLoads(): void {
    this.#wantsPageLoads = this.#options.samplesPageLoads;
    if (this.#wantsPageLoads) {
      this.#engine?.measurePageLoads();
    }
  }

  #listen(): void {
    const { page, log, identityApi } = this.#options;
    watchVisibility(page, log.observe);
    watchHistory(page, navigation => {
      // Going back is done outside the page, where no input is seen.
      if (navigation.isTraversal) {
        this.#noteInput(navigation.at);
      }
      log.observe(navigation);
    });
    watchInputs(page, input => {
      this.#noteInput(input.at);
      log.observe({ type: 'input', ...input });
    });
    identityApi.getBackstageIdentity().then(
      () => log.observe({ type: 'session', at: page.performance.now() }),
      () => log.close(),
    );
  }

  #noteInput(at: number): void {
    this.#inputs += 1;
    this.#lastInputAt = at;
    this.#record(this.#filter.onInput());
  }

  #record(event: CollectedEvent | undefined): void {
    if (event && this.#engine) {
      this.#engine.record(event);
    } else if (event && this.#early.length < MAX_EARLY_EVENTS) {
      this.#early.push(event);
    }
  }

  async #loadEngine(): Promise<void> {
    try {
      const { startEngine } = await this.#options.loadEngine();
      this.#engine = startEngine(this.#options);
      this.#early.forEach(event => this.#engine?.record(event));
      if (this.#wantsPageLoads) {
        this.#engine.measurePageLoads();
      }
    } catch {
      // The part could not be loaded: this document is not reported.
      this.#options.log.close();
    }
  }
}
