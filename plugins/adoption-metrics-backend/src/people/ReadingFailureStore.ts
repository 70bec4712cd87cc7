import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';

const KEY = 'developers_failure';

/** Why users and groups could not be read. */
interface ReadingFailure {
  reason: string;
  /** When reading first failed for this reason, in ms UTC. */
  since: number;
}

/**
 * Stores whether the last attempt to read users and groups failed, for all
 * replicas.
 */
export class ReadingFailureStore {
  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'set'>,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reason - undefined after a success
   */
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

  /** Undefined if the last attempt succeeded. */
  async latest(): Promise<ReadingFailure | undefined> {
    const stored = await this.settings.get(KEY);
    return stored ? JSON.parse(stored) : undefined;
  }
}
