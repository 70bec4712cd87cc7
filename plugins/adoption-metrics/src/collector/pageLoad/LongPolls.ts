import type { Observation } from './observations';

/** Servers hold long polls back for longer; few answers take so long. */
const HELD_MS = 10_000;
/** A long poll is asked again as soon as it was answered. */
const AGAIN_MS = 1_000;

interface Request {
  address: string;
  at: number;
  /** When the same was asked last while this one seemed open. */
  againAt?: number;
}

/**
 * Learns in a document which of its requests are long polls: those that were
 * held for long and asked again at once, to the letter: what differs in its
 * query may be the next page of a slow answer. Nobody waits for long polls.
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

  // The end of a request may be reported after the start of the next.
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
