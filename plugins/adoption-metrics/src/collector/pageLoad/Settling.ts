import type { Observation } from './observations';
import { RequestAttribution } from './RequestAttribution';

/** A load that takes longer is recorded as taking this long. */
export const LOAD_CAP_MS = 60_000;

/** Ticks come this often while a load is in progress. */
export const TICK_MS = 100;

/** Without an observation for this long the main thread was blocked. */
const STALL_MS = 3 * TICK_MS;

/** When a load ended; `undefined` where no end could be found. */
export interface Settlement {
  endedAt: number | undefined;
}

export interface SettlingOptions {
  startedAt: number;
  /** From when on the page is watched. */
  watchedFrom: number;
  quietMs: number;
  /** The last known activity, if the page was busy before being watched. */
  busyUntil?: number;
}

/**
 * Finds the end of a load: the last paint or answer before a window without
 * DOM mutation and without open request of that load. Where no such window
 * comes until the cap, the end is the cap if a request of the load is still
 * open, else the end of its last request: a ticking clock never lets a page
 * fall silent, but it does not make it slow.
 */
export class Settling {
  #options: SettlingOptions;
  #requests: RequestAttribution;
  #lastActivity: number | undefined;
  #quietSince: number;
  #observedAt: number;
  #awaitsPaint = false;

  constructor(options: SettlingOptions) {
    this.#options = options;
    this.#requests = new RequestAttribution(options.watchedFrom);
    this.#lastActivity = options.busyUntil;
    this.#quietSince = options.watchedFrom;
    this.#observedAt = options.watchedFrom;
  }

  /** Takes one observation; answers once the end is known. */
  observe(observation: Observation): Settlement | undefined {
    const now = Math.max(this.#observedAt, observation.at);
    this.#noticeStall(now);
    const settlement = this.#settlementAt(now);
    if (!settlement) {
      this.#take(observation);
    }
    return settlement;
  }

  // A blocked main thread delivers neither ticks nor mutations: that time
  // says nothing about quiet.
  #noticeStall(now: number): void {
    if (now - this.#observedAt > STALL_MS) {
      this.#quietSince = now;
    }
    this.#observedAt = now;
  }

  #settlementAt(now: number): Settlement | undefined {
    const { startedAt, quietMs } = this.#options;
    if (now - startedAt >= LOAD_CAP_MS) {
      return { endedAt: this.#endAtCap() };
    }
    const isBusy = this.#requests.hasOpen() || this.#awaitsPaint;
    return isBusy || now - this.#quietSince < quietMs
      ? undefined
      : { endedAt: this.#lastActivity };
  }

  #endAtCap(): number | undefined {
    return this.#requests.hasOpen()
      ? this.#options.startedAt + LOAD_CAP_MS
      : this.#requests.lastEnd();
  }

  #take(observation: Observation): void {
    switch (observation.type) {
      case 'mutation':
        this.#awaitsPaint = true;
        this.#restartQuiet(observation.at);
        break;
      // A redirect: the page is about to change.
      case 'navigation':
        this.#restartQuiet(observation.at);
        break;
      case 'paint':
        this.#awaitsPaint = false;
        this.#markActivity(observation.at);
        break;
      case 'request-start':
        this.#requests.start(observation);
        break;
      case 'request-end':
        if (this.#requests.end(observation)) {
          this.#markActivity(observation.at);
        }
        break;
      default:
    }
  }

  #markActivity(at: number): void {
    this.#lastActivity = Math.max(this.#lastActivity ?? at, at);
    this.#restartQuiet(at);
  }

  #restartQuiet(at: number): void {
    this.#quietSince = Math.max(this.#quietSince, at);
  }
}
