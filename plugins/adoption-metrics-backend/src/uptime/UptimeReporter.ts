import { SettingsStore } from '../database';
import { Interval } from '../time';
import { Availability, measureAvailability } from './availability';
import { HeartbeatStore } from './HeartbeatStore';
import { installationInstant } from './installation';

export interface UptimeReporterOptions {
  store: HeartbeatStore;
  settings: SettingsStore;
}

/** Measures the portal's uptime from what is stored. */
export class UptimeReporter {
  readonly #store: HeartbeatStore;
  readonly #settings: SettingsStore;

  constructor({ store, settings }: UptimeReporterOptions) {
    this.#store = store;
    this.#settings = settings;
  }

  /**
   * The availability in a half-open window, as far as it lies before `now`;
   * all in ms UTC.
   */
  async measure(window: Interval, now: number): Promise<Availability> {
    const [installedAt, firstBeatAt, heartbeats] = await Promise.all([
      installationInstant(this.#settings),
      this.#store.firstBeatAt(),
      this.#store.during(window),
    ]);
    return measureAvailability({
      window,
      now,
      installedAt,
      firstBeatAt,
      heartbeats,
    });
  }
}
