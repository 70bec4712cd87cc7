import { Clock } from 'backstage-plugin-adoption-metrics-node';

/** A clock that stands still until it is set. */
export class SettableClock implements Clock {
  #instant = 0;

  now(): number {
    return this.#instant;
  }

  set(instant: number): void {
    this.#instant = instant;
  }
}
