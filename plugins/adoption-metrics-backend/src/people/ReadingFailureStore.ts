import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';

const KEY = 'developers_failure';

/** Why users and groups cannot be read. */
export interface ReadingFailure {
  reason: string;
  /** Of the first reading that failed for that reason, in ms UTC. */
  since: number;
}

/** Stores whether the last reading of users and groups failed, on any replica. */
export class ReadingFailureStore {
  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'set'>,
    private readonly clock: Clock,
  ) {}

  /** @param reason - undefined once a reading succeeds */
  async record(reason: string | undefined): Promise<void> {
    const known = await this.latest();
    if (reason !== known?.reason) {
      const failure = reason !== undefined && {
        reason,
        since: this.clock.now(),
      };
      await this.settings.set(KEY, failure ? JSON.stringify(failure) : '');
    }
  }

  /** Undefined while readings succeed. */
  async latest(): Promise<ReadingFailure | undefined> {
    const stored = await this.settings.get(KEY);
    return stored ? JSON.parse(stored) : undefined;
  }
}
