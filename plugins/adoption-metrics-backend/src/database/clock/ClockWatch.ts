import { LoggerService } from '@backstage/backend-plugin-api';
import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { AgreedClock, ComparedTime, MINUTE_MS, SECOND_MS } from '../../time';
import { describeClockOff } from './checkClocks';
import { ClockStore } from './ClockStore';

const LOOK_EVERY_MS = 15 * SECOND_MS;

/** How often to store the time, or that clocks still differ. */
const STORE_EVERY_MS = MINUTE_MS;

/** Compares clocks regularly, and logs once when they differ. */
export class ClockWatch {
  #off: ComparedTime['off'];
  #storedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      clock: AgreedClock;
      store: ClockStore;
      logger: LoggerService;
      /** Whether the database has no clock of its own. */
      isAlone: boolean;
    },
  ) {}

  start(): void {
    // While the database is unavailable, the last known result remains valid.
    const look = () => this.look().catch(() => {});
    this.stop();
    this.#timer = setInterval(look, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    const found = await this.options.clock.compare();
    const isNews = found.off !== this.#off;
    if (isNews) {
      this.#report(found);
      this.#off = found.off;
    }
    // The clock may have been changed in the meantime.
    const isDue =
      Math.abs(performance.now() - this.#storedAt) >= STORE_EVERY_MS;
    if (isNews || isDue) {
      await this.#store(found, isNews);
      this.#storedAt = performance.now();
    }
  }

  async #store({ own, at, off }: ComparedTime, isNews: boolean): Promise<void> {
    const { store, isAlone } = this.options;
    if (off) {
      await store.recordOff({ off, ahead: Math.round(own - at), at });
      return;
    }
    if (isNews || this.#storedAt === -Infinity) {
      await store.recordAgreed();
    }
    if (isAlone) {
      await store.store(at);
    }
  }

  #report({ own, at, off }: ComparedTime): void {
    const { logger } = this.options;
    if (off) {
      logger.warn(inEnglish(describeClockOff({ off, ahead: own - at })));
    } else {
      logger.info('The clocks agree again; daily rollups continue');
    }
  }
}
