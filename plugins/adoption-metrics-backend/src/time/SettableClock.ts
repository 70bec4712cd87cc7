import { Clock } from 'backstage-plugin-adoption-metrics-node';

/** A clock that only changes when it is set. */
export class SettableClock implements Clock {
  #instant: number;

  /** @param instant - in ms UTC */
  constructor(instant: number = 0) {
    this.#instant = instant;
  }

  now(): number {
    return this.#instant;
  }

  set(instant: number): void {
    this.#instant = instant;
  }
}
