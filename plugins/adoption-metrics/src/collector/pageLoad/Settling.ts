import type { LongPolls } from './LongPolls';
import type { Observation } from './observations';
import { RequestAttribution } from './RequestAttribution';
import { Standstill } from './Standstill';

/** A load that takes longer is recorded as taking this long. */
export const LOAD_CAP_MS = 60_000;

/**
 * Ticks come this often while a load is in progress: twice in the shortest
 * window of quiet, because each costs the page some of its time.
 */
export const TICK_MS = 250;

/** Without an observation for this long the main thread was blocked. */
const STALL_MS = 400;

/** How a load ended. */
export interface Settlement {
  /** `undefined` where no end could be found. */
  endedAt: number | undefined;
  /** What is painted later is not of the load: the page never fell silent. */
  paintsUntil: number;
}

interface SettlingOptions {
  startedAt: number;
  /** From when on the page is watched. */
  watchedFrom: number;
  /** How long silence has to last, at the moment. */
  quietMs(): number;
  longPolls: LongPolls;
  /** The last known activity, if the page was busy before being watched. */
  busyUntil?: number;
}

/**
 * Finds the end of a load: the last paint or answer before a window without
 * DOM mutation and without open request of that load. Where no such window
 * comes until the cap, the end is the cap if a request of the load is still
 * open, else the end of its last request: a ticking clock never lets a page
 * fall silent, but it does not make it slow. Streams and long polls are open
 * as long as the page is, and are not waited for.
 */
export class Settling {
  #options: SettlingOptions;
  #requests: RequestAttribution;
  #standstill: Standstill | undefined;
  #lastActivity: number | undefined;
  #quietSince: number;
  #observedAt: number;
  #awaitsPaint = false;

  constructor(options: SettlingOptions) {
    const { watchedFrom, longPolls, busyUntil } = options;
    this.#options = options;
    this.#requests = new RequestAttribution(watchedFrom, longPolls);
    this.#lastActivity = busyUntil;
    this.#quietSince = watchedFrom;
    this.#observedAt = watchedFrom;
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

  /**
   * The end of a load that is interrupted, where it is known: no request is
   * open, none can follow, and only mutations keep the page from silence.
   */
  interrupt(at: number): Settlement | undefined {
    return this.#requests.mayGrow(at) ? undefined : this.#withoutSilence();
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
    const { startedAt, quietMs, longPolls } = this.#options;
    if (this.#standstill?.wasForNothing(longPolls)) {
      const { endedAt, noticedAt } = this.#standstill;
      return { endedAt, paintsUntil: noticedAt };
    }
    if (now - startedAt >= LOAD_CAP_MS) {
      return this.#withoutSilence();
    }
    if (this.#awaitsPaint || now - this.#quietSince < quietMs()) {
      return undefined;
    }
    if (this.#requests.open().size === 0) {
      return { endedAt: this.#lastActivity, paintsUntil: Infinity };
    }
    this.#standStill(now);
    return undefined;
  }

  #withoutSilence(): Settlement {
    const { startedAt, watchedFrom, quietMs } = this.#options;
    const isOpen = this.#requests.open().size > 0;
    const lastEnd = this.#requests.lastEnd();
    return {
      endedAt: isOpen ? startedAt + LOAD_CAP_MS : lastEnd,
      paintsUntil: isOpen ? Infinity : (lastEnd ?? watchedFrom) + quietMs(),
    };
  }

  #standStill(now: number): void {
    const open = this.#requests.open();
    if (!this.#standstill || this.#standstill.isOutdatedBy(open)) {
      this.#standstill = new Standstill(now, this.#lastActivity, open);
    }
  }

  #take(observation: Observation): void {
    switch (observation.type) {
      case 'mutation':
        this.#awaitsPaint = true;
        this.#restartQuiet(observation.at);
        break;
      // A redirect, or the person is in: the page is about to change.
      case 'navigation':
      case 'session':
        this.#restartQuiet(observation.at);
        break;
      case 'paint':
        this.#awaitsPaint = false;
        this.#markActivity(observation.at);
        break;
      case 'request-start':
        this.#requests.start(observation);
        break;
      case 'stream':
        this.#standstill?.onStream(observation.id, observation.at);
        this.#endRequest(observation);
        break;
      case 'request-end':
        this.#endRequest(observation);
        break;
      default:
    }
  }

  #endRequest(request: { id: number; at: number }): void {
    if (this.#requests.end(request)) {
      this.#markActivity(request.at);
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
