import type { Observation } from './observations';

/** Servers hold long polls for longer; few regular responses take this long. */
const HELD_MS = 10_000;
/** A long poll is repeated immediately after its response. */
const AGAIN_MS = 1_000;

interface Request {
  address: string;
  at: number;
  /** When the same request was last repeated while this one seemed open. */
  againAt?: number;
}

/**
 * Learns which requests of a document are long polls: those that take long and
 * are repeated immediately with exactly the same URL. A different query may be
 * the next page of a slow response. Loads do not wait for long polls.
 */
export class LongPolls {
  #open = new Map<number, Request>();
  #heldUntil = new Map<string, number>();
  #known = new Set<string>();

  has(address: string): boolean {
    return this.#known.has(address);
  }

  observe(observation: Observation): void {
    switch (observation.type) {
      case 'request-start':
        this.#start(observation.id, observation.address, observation);
        break;
      case 'request-end':
      case 'stream':
        this.#end(observation.id, observation.at);
        break;
      default:
    }
  }

  // The end of a request may be reported after the start of the next one.
  #start(id: number, address: string, { at }: Observation): void {
    for (const request of this.#open.values()) {
      if (request.address === address) {
        request.againAt = at;
      }
    }
    this.#open.set(id, { address, at });
    this.#learn(address, this.#heldUntil.get(address), at);
  }

  #end(id: number, at: number): void {
    const request = this.#open.get(id);
    this.#open.delete(id);
    if (request && at - request.at >= HELD_MS) {
      this.#heldUntil.set(request.address, at);
      this.#learn(request.address, at, request.againAt);
    }
  }

  #learn(address: string, heldUntil = -Infinity, askedAt = Infinity): void {
    if (Math.abs(askedAt - heldUntil) <= AGAIN_MS) {
      this.#known.add(address);
    }
  }
}
