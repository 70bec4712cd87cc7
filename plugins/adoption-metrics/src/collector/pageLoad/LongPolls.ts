import type { Observation } from './observations';

/** Servers hold long polls back for longer; few answers take so long. */
const HELD_MS = 10_000;
/** A long poll is asked again as soon as it was answered. */
const AGAIN_MS = 1_000;

/**
 * Learns in a document which of its requests are long polls: those that were
 * held for long and asked again at once, to the letter: what differs in its
 * query may be the next page of a slow answer. Nobody waits for long polls.
 */
export class LongPolls {
  #open = new Map<number, { address: string; at: number }>();
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

  #start(id: number, address: string, { at }: Observation): void {
    const heldUntil = this.#heldUntil.get(address) ?? -Infinity;
    if (at - heldUntil <= AGAIN_MS) {
      this.#known.add(address);
    }
    this.#open.set(id, { address, at });
  }

  #end(id: number, at: number): void {
    const request = this.#open.get(id);
    this.#open.delete(id);
    if (request && at - request.at >= HELD_MS) {
      this.#heldUntil.set(request.address, at);
    }
  }
}
