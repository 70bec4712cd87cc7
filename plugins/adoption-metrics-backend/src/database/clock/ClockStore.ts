import { MINUTE_MS } from '../../time';
import { SettingsStore } from '../SettingsStore';

const LAST_STORED = 'clock.stored_at';
const OFF = 'clock.off.';
const LONGEST_NAME = 50;

/** Older reports of other replicas are ignored, because these may be gone. */
const NEWS_MS = 10 * MINUTE_MS;

/** A replica whose clock is off. */
export interface ClockOff {
  replica: string;
  off: 'process' | 'database' | 'unknown';
  /** How far its clock is ahead, in ms; negative if it is behind. */
  ahead: number;
  /** When that was noticed, in ms UTC. */
  at: number;
}

/** Stores the last known time, and which replicas' clocks are off. */
export class ClockStore {
  constructor(
    private readonly settings: SettingsStore,
    /** The name of this replica. */
    private readonly replica: string,
  ) {}

  /** In ms UTC. */
  async lastStored(): Promise<number | undefined> {
    const stored = await this.settings.get(LAST_STORED);
    return stored === undefined ? undefined : Number(stored);
  }

  async store(now: number): Promise<void> {
    await this.settings.set(LAST_STORED, String(Math.round(now)));
  }

  async recordOff(found: Omit<ClockOff, 'replica'>): Promise<void> {
    await this.settings.set(this.#key, JSON.stringify(found));
  }

  async recordAgreed(): Promise<void> {
    await this.settings.remove(this.#key);
  }

  /** Replicas that reported recently that their clock is off. */
  async off(now: number): Promise<ClockOff[]> {
    const stored = await this.settings.withPrefix(OFF);
    return stored
      .map(({ key, value }) => ({
        replica: key.slice(OFF.length),
        ...(JSON.parse(value) as Omit<ClockOff, 'replica'>),
      }))
      .filter(({ at }) => Math.abs(now - at) <= NEWS_MS);
  }

  get #key(): string {
    return OFF + this.replica.slice(0, LONGEST_NAME);
  }
}
