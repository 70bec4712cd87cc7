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
  /** The path when observation started. Never sent. */
  path: string;
  /** The extension id of the page at a path. */
  routeId(path: string): string;
  record(event: NavigationEvent | PageLoadEvent | PageLoadDiscardEvent): void;
}

/** A navigation this soon after an input was caused by it. */
const INPUT_TO_NAVIGATION_MS = 1_000;

/** After this time, redirects are over, and the page is known. */
const REDIRECTS_MS = 1_000;

/** The id of the sign-in page, which has no path. */
const SIGN_IN_ROUTE_ID = 'sign-in-page:app';

/**
 * Measures the loads of a document, one at a time: first the document itself,
 * then navigations within the app. Navigations are reported separately and
 * early, so that loads whose end is not observed are known to be missing.
 */
export class PageLoads {
  #options: PageLoadsOptions;
  #longPolls = new LongPolls();
  #load: Load | undefined;
  /** The page of the current load, once its navigation has been reported. */
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
      // Input on the sign-in page does not start a navigation in the app.
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

  // Without an input since the previous navigation, this one is a redirect that
  // belongs to the current load, or nobody is waiting for it.
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

  /** Reports the navigation once, and returns the page it counts for. */
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
