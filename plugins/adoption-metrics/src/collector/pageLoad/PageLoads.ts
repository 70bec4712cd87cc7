import type {
  NavigationEvent,
  PageLoadDiscardEvent,
  PageLoadEvent,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { InitialLoad, InitialLoadOptions } from './InitialLoad';
import type { Load } from './Load';
import { LongPolls } from './LongPolls';
import { discarded, DiscardReason, Measurement } from './measurement';
import type { NavigationObservation, Observation } from './observations';
import { RouteLoad } from './RouteLoad';

export interface PageLoadsOptions extends InitialLoadOptions {
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
  /** Path of the address when the watching began; it never leaves. */
  path: string;
  /** Extension id of the page at a path. */
  routeId(path: string): string;
  record(event: NavigationEvent | PageLoadEvent | PageLoadDiscardEvent): void;
}

/** A navigation this soon after an input was begun by it. */
const INPUT_TO_NAVIGATION_MS = 1_000;

/** Redirects are over by then, and the page is the one to be loaded. */
const REDIRECTS_MS = 1_000;

/** Where the sign-in page is mounted; it has no path of its own. */
const SIGN_IN_ROUTE_ID = 'sign-in-page:app';

/**
 * Measures the loads of one document from what is observed in it: one at a
 * time, first that of the document, then the navigations inside the app. Each
 * navigation is reported by itself and early, so that a load whose end is never
 * seen is known to be missing.
 */
export class PageLoads {
  #options: PageLoadsOptions;
  #longPolls = new LongPolls();
  #load: Load | undefined;
  /** Route of the load in progress, once its navigation was reported. */
  #reportedRouteId: string | undefined;
  #hasSession = false;
  #isHidden = false;
  #lastActAt: number | undefined;
  #lastNavigationAt: number;
  #path: string;

  constructor(options: PageLoadsOptions) {
    this.#options = options;
    this.#path = options.path;
    this.#lastNavigationAt = options.startedAt;
    this.#load = new InitialLoad(options, this.#longPolls);
  }

  isMeasuring(): boolean {
    return this.#load !== undefined;
  }

  observe(observation: Observation): void {
    this.#longPolls.observe(observation);
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
        return this.#onRestored();
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
      this.#finish(measurement);
    } else if (observation.at - this.#lastNavigationAt >= REDIRECTS_MS) {
      this.#reportOpenNavigation();
    }
  }

  #reportOpenNavigation(): void {
    const kind = this.#load?.kind();
    if (kind !== undefined) {
      this.#reportNavigation(kind);
    }
  }

  #onNavigation(navigation: NavigationObservation): void {
    const startedAt = this.#startOf(navigation);
    const previousAt = this.#lastNavigationAt;
    const isBegun = startedAt !== undefined && this.#hasSession;
    if (isBegun && !this.#isHidden) {
      this.#interrupt(startedAt);
    }
    this.#lastNavigationAt = navigation.at;
    this.#path = navigation.path;
    if (startedAt === undefined) {
      this.#onActivity(navigation);
    } else if (isBegun && !this.#isHidden) {
      this.#load = new RouteLoad({
        startedAt,
        navigatedAt: navigation.at,
        previousAt,
        longPolls: this.#longPolls,
      });
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

  #onRestored(): void {
    this.#reportedRouteId = undefined;
    this.#finish(discarded('initial', 'back-forward-cache'));
  }

  #interrupt(at: number): void {
    if (this.#load) {
      this.#finish(this.#load.interrupt(at));
    }
  }

  #discard(reason: DiscardReason): void {
    if (this.#load) {
      this.#finish(discarded(this.#load.kind() ?? 'initial', reason));
    }
  }

  #finish(measurement: Measurement): void {
    const routeId = this.#reportNavigation(measurement.kind);
    this.#load = undefined;
    this.#reportedRouteId = undefined;
    const { now, record } = this.#options;
    const at = new Date(now()).toISOString();
    if (measurement.type === 'page-load-discard') {
      record({ ...measurement, at });
    } else {
      record({ ...measurement, at, routeId });
    }
  }

  /** Reports the navigation, once; the route that it is counted under. */
  #reportNavigation(kind: PageLoadKind): string {
    this.#reportedRouteId ??= this.#recordNavigation(kind);
    return this.#reportedRouteId;
  }

  #recordNavigation(kind: PageLoadKind): string {
    const { now, record, routeId: routeIdOf } = this.#options;
    const at = new Date(now()).toISOString();
    const isSignIn = kind === 'sign-in';
    const routeId = isSignIn ? SIGN_IN_ROUTE_ID : routeIdOf(this.#path);
    record({ type: 'navigation', at, kind, routeId });
    return routeId;
  }
}
