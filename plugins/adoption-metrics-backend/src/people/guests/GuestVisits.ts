import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../../database';
import { HOUR_MS } from '../../time';

const SEEN_AT = 'guests.seen_at';

/** Stores when guests last used the portal, and nothing else about them. */
export class GuestVisits {
  #noted = -Infinity;

  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'set'>,
    private readonly clock: Clock,
  ) {}

  /** Not awaited; if it cannot be stored, the next visit tries again. */
  note(): void {
    const now = this.clock.now();
    if (Math.abs(now - this.#noted) < HOUR_MS) {
      return;
    }
    this.#noted = now;
    this.settings.set(SEEN_AT, String(now)).catch(() => {
      this.#noted = -Infinity;
    });
  }

  /**
   * In ms UTC, up to an hour before the last visit; undefined if there was
   * none.
   */
  async lastAt(): Promise<number | undefined> {
    const stored = await this.settings.get(SEEN_AT);
    return stored === undefined ? undefined : Number(stored);
  }
}
