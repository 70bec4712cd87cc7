import type {
  AnalyticsEvent,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { toAppPath } from './basePath';
import type { CollectorApi } from './CollectorApi';
import { Holdings, openHoldings } from './delivery/holdings';
import { EarlyEvents } from './EarlyEvents';
import type { Engine } from './engine';
import { guarded } from './guarded';
import type { InstalledPlugin } from './installed/installedPlugins';
import { PersonInput, watchInputs } from './interactions/inputs';
import { InteractionFilter } from './interactions/InteractionFilter';
import type { ObservationLog } from './pageLoad/ObservationLog';
import type { NavigationObservation } from './pageLoad/observations';
import { watchHistory } from './pageLoad/watchHistory';
import { watchVisibility } from './pageLoad/watchVisibility';
import { routeIdOf, type PageFinder } from './pages';
import { whenActivated } from './whenActivated';
import { whenIdle } from './whenIdle';

export interface CollectorOptions {
  page: Window;
  log: ObservationLog;
  basePath: string;
  /** Whether page loads of this document are part of the sample. */
  samplesPageLoads: boolean;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
  pageAt: PageFinder;
  installedPlugins(): InstalledPlugin[];
  loadEngine(): Promise<typeof import('./engine')>;
}

/**
 * The part of the collector that is loaded at startup: it listens to events,
 * recognizes deliberate interactions, and loads the rest once the page is idle.
 */
export class Collector implements CollectorApi {
  #options: CollectorOptions;
  #holdings: Holdings;
  #early: EarlyEvents;
  #filter: InteractionFilter;
  #hasSession = false;
  #inputs = 0;
  #lastInputAt = -Infinity;
  #engine: Engine | undefined;
  #wantsPageLoads = false;
  #choice: boolean | undefined;

  constructor(options: CollectorOptions) {
    const { page, pageAt, identityApi } = options;
    this.#options = options;
    this.#holdings = openHoldings(page, identityApi);
    this.#early = new EarlyEvents(this.#holdings);
    this.#filter = new InteractionFilter({
      now: () => Date.now(),
      isHidden: () => page.document.visibilityState === 'hidden',
      inputs: () => this.#inputs,
      sinceInput: () => page.performance.now() - this.#lastInputAt,
      openedAtHome: this.#path() === '/',
      pageAt,
    });
    this.#awaitSession();
    this.#listen();
    whenActivated(page, () => this.#begin());
  }

  readonly captureEvent = guarded((event: AnalyticsEvent) => {
    this.#record(this.#filter.accept(event));
  });

  readonly measurePageLoads = guarded(() => {
    this.#wantsPageLoads = this.#options.samplesPageLoads;
    if (this.#wantsPageLoads) {
      this.#engine?.measurePageLoads();
    }
  });

  readonly setOptedOut = guarded((optedOut: boolean) => {
    this.#choice = optedOut;
    if (optedOut) {
      this.#early.take();
    }
    this.#engine?.setOptedOut(optedOut);
  });

  #path(): string {
    const { page, basePath } = this.#options;
    return toAppPath(page.location.pathname, basePath);
  }

  #awaitSession(): void {
    const { page, log, identityApi } = this.#options;
    identityApi.getBackstageIdentity().then(
      () => {
        this.#hasSession = true;
        log.observe({ type: 'session', at: page.performance.now() });
      },
      () => log.close(),
    );
  }

  #listen(): void {
    const { page, log } = this.#options;
    const onNavigation = (navigation: NavigationObservation) => {
      // Going back happens in the browser's own UI, so there is no input event.
      if (navigation.isTraversal) {
        this.#noteInput(navigation.at);
      }
      log.observe(navigation);
    };
    const onInput = ({ at, isAct, isOnControl }: PersonInput) => {
      this.#noteInput(at);
      // Only needed before sign-in.
      const onControl = !this.#hasSession && isOnControl();
      log.observe({ type: 'input', at, isAct, onControl });
    };
    watchHistory(page, guarded(onNavigation));
    watchInputs(page, guarded(onInput));
  }

  #begin(): void {
    const { page, log } = this.#options;
    watchVisibility(page, log.observe);
    const onGone = guarded(() => this.#keepEarly());
    page.addEventListener('pagehide', onGone);
    whenIdle(page, () => this.#loadEngine());
  }

  // Input on the sign-in page does not count as use of the portal.
  #noteInput(at: number): void {
    if (this.#hasSession) {
      this.#inputs += 1;
      this.#lastInputAt = at;
      this.#record(this.#filter.onInput());
    }
  }

  #record(event: CollectedEvent | undefined): void {
    if (event && this.#engine) {
      this.#engine.record(event);
    } else if (event && !this.#choice) {
      this.#early.add(event);
    }
  }

  async #loadEngine(): Promise<void> {
    try {
      const { startEngine } = await this.#options.loadEngine();
      const engine = startEngine({
        ...this.#options,
        holdings: this.#holdings,
      });
      this.#engine = engine;
      this.#catchUp(engine);
    } catch {
      // The rest could not be loaded, so this document is not reported.
      this.#options.log.close();
    }
  }

  #catchUp(engine: Engine): void {
    if (this.#choice !== undefined) {
      engine.setOptedOut(this.#choice);
    }
    this.#early.take().forEach(event => engine.record(event));
    if (this.#wantsPageLoads) {
      engine.measurePageLoads();
    }
  }

  // The page is unloaded before anything could be sent or measured.
  #keepEarly(): void {
    if (this.#engine) {
      return;
    }
    if (this.#wantsPageLoads && !this.#choice) {
      const { pageAt, log } = this.#options;
      const at = new Date().toISOString();
      const routeId = routeIdOf(pageAt(this.#path()));
      this.#early.add({ type: 'navigation', at, kind: 'initial', routeId });
      this.#early.add({
        type: 'page-load-discard',
        at,
        kind: 'initial',
        reason: 'hidden',
      });
      log.close();
    }
    this.#early.keep();
  }
}
