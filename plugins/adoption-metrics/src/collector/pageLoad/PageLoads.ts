import type {
  PageLoadDiscardEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import { InitialLoad, InitialLoadOptions } from './InitialLoad';
import { discarded, DiscardReason, Measurement } from './measurement';
import type { NavigationObservation, Observation } from './observations';
import { Load, RouteLoad } from './RouteLoad';

export interface PageLoadsOptions extends InitialLoadOptions {
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
  /** Extension id of the page that is shown. */
  routeId(): string;
  record(event: PageLoadEvent | PageLoadDiscardEvent): void;
}

/** A navigation this soon after an input was begun by it. */
const INPUT_TO_NAVIGATION_MS = 1_000;

/** Where the sign-in page is mounted; it has no path of its own. */
const SIGN_IN_ROUTE_ID = 'sign-in-page:app';

/**
 * Measures the loads of one document from what is observed in it: one at a
 * time, first that of the document, then the navigations inside the app.
 */
export class PageLoads {
  #options: PageLoadsOptions;
  #load: Load | undefined;
  #hasSession = false;
  #isHidden = false;
  #lastActAt: number | undefined;
  #lastNavigationAt = 0;

  constructor(options: PageLoadsOptions) {
    this.#options = options;
    this.#load = new InitialLoad(options);
  }

  isMeasuring(): boolean {
    return this.#load !== undefined;
  }

  observe(observation: Observation): void {
    switch (observation.type) {
      case 'hidden':
        this.#isHidden = true;
        return this.#discard('hidden');
      case 'visible':
        this.#isHidden = false;
        return undefined;
      case 'sleep':
        return this.#discard('sleep');
      case 'restored':
        return this.#record(discarded('initial', 'back-forward-cache'));
      case 'navigation':
        return this.#onNavigation(observation);
      default:
        return this.#onActivity(observation);
    }
  }

  #onActivity(observation: Observation): void {
    if (observation.type === 'input' && observation.isAct) {
      this.#lastActAt = observation.at;
    }
    if (observation.type === 'session') {
      this.#hasSession = true;
      // What was pressed on the sign-in page begins no navigation in the app.
      this.#lastActAt = undefined;
    }
    const measurement = this.#load?.observe(observation);
    if (measurement) {
      this.#load = undefined;
      this.#record(measurement);
    }
  }

  #onNavigation(navigation: NavigationObservation): void {
    const startedAt = this.#startOf(navigation);
    this.#lastNavigationAt = navigation.at;
    if (startedAt === undefined) {
      this.#onActivity(navigation);
    } else if (this.#hasSession && !this.#isHidden) {
      this.#discard('superseded');
      this.#load = new RouteLoad(startedAt, navigation.at);
    }
  }

  // Without an input since the navigation before, this one is a redirect and
  // belongs to the load in progress, or nobody is waiting for it.
  #startOf({ at, isTraversal }: NavigationObservation): number | undefined {
    if (isTraversal) {
      return at;
    }
    const actAt = this.#lastActAt;
    if (actAt === undefined || actAt <= this.#lastNavigationAt) {
      return undefined;
    }
    return at - actAt <= INPUT_TO_NAVIGATION_MS ? actAt : at;
  }

  #discard(reason: DiscardReason): void {
    const load = this.#load;
    this.#load = undefined;
    if (load) {
      this.#record(discarded(load.kind(), reason));
    }
  }

  #record(measurement: Measurement): void {
    const { now, record, routeId } = this.#options;
    const at = new Date(now()).toISOString();
    if (measurement.type === 'page-load-discard') {
      record({ ...measurement, at });
    } else {
      const isSignIn = measurement.kind === 'sign-in';
      const id = isSignIn ? SIGN_IN_ROUTE_ID : routeId();
      record({ ...measurement, at, routeId: id });
    }
  }
}
