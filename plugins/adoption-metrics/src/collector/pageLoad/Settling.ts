import type { LongPolls } from './LongPolls';
import type { Observation } from './observations';
import { RequestAttribution } from './RequestAttribution';
import { Standstill } from './Standstill';

/** Longer loads are recorded with this duration. */
export const LOAD_CAP_MS = 60_000;

/**
 * The interval of ticks during a load: half of the shortest quiet window,
 * because every tick costs some time.
 */
export const TICK_MS = 250;

/** After this time without observations, the main thread was blocked. */
const STALL_MS = 400;

/** The end of a load. */
export interface Settlement {
  /** `undefined` if it could not be determined. */
  endedAt: number | undefined;
  /** Later paints do not belong to the load: the page never became quiet. */
  paintsUntil: number;
}

interface SettlingOptions {
  startedAt: number;
  /** When observation started. */
  watchedFrom: number;
  /** How long the page has to be quiet. */
  quietMs(): number;
  longPolls: LongPolls;
  /** The last activity before observation started, if any. */
  busyUntil?: number;
}

/**
 * Finds the end of a load: the last paint or response before a window without
 * DOM mutations and open requests of that load. If there is no such window
 * before the cap, the end is the cap if a request is still open, otherwise the
 * end of the last request, because constant mutations such as a ticking clock
 * do not make a page slow. Streams and long polls are ignored, because they
 * stay open.
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

  /** Processes an observation. Returns the end once it is known. */
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
   * The end of a load that is interrupted, if it is known: no request is open
   * or can follow, and only mutations keep the page from being quiet.
   */
  interrupt(at: number): Settlement | undefined {
    return this.#requests.mayGrow(at) ? undefined : this.#withoutSilence();
  }

  // While the main thread is blocked, there are neither ticks nor mutations, so
  // that time does not count as quiet.
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
      // A redirect, or a completed sign-in: the page is about to change.
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
