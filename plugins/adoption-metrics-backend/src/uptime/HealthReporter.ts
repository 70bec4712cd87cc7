import { Health } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SECOND_MS } from '../time';
import { PERIODS_UNTIL_LAPSE } from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

/** This route is public, so the response is cached for a moment, in ms. */
const ANSWER_KEPT_FOR = SECOND_MS;

/** Reports whether heartbeats are being collected. */
export class HealthReporter {
  #asked: { at: number; newest: Promise<number | undefined> } | undefined;

  constructor(
    private readonly options: {
      store: Pick<HeartbeatStore, 'newestBeatAt'>;
      clock: Clock;
      /** Time between two heartbeats, in ms. */
      period: number;
    },
  ) {}

  async read(): Promise<Health> {
    const { clock, period } = this.options;
    const newest = (await this.#newest()) ?? -Infinity;
    return { collecting: clock.now() - newest <= PERIODS_UNTIL_LAPSE * period };
  }

  // If the database does not respond, nothing is being collected.
  #newest(): Promise<number | undefined> {
    const now = this.options.clock.now();
    if (!this.#asked || Math.abs(now - this.#asked.at) >= ANSWER_KEPT_FOR) {
      const answer = this.options.store.newestBeatAt();
      this.#asked = { at: now, newest: answer.catch(() => undefined) };
    }
    return this.#asked.newest;
  }
}
