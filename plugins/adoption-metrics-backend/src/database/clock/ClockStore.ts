import { MINUTE_MS } from '../../time';
import { SettingsStore } from '../SettingsStore';

const LAST_STORED = 'clock.stored_at';
const OFF = 'clock.off.';
const LONGEST_NAME = 50;

/** A replica that has not said so for longer may be gone, in ms. */
const NEWS_MS = 10 * MINUTE_MS;

/** A replica whose clock is off. */
export interface ClockOff {
  replica: string;
  off: 'process' | 'database' | 'unknown';
  /** By how much its clock is ahead, in ms; behind if negative. */
  ahead: number;
  /** When that was seen, in ms UTC. */
  at: number;
}

/** Keeps the time, and which replicas do not agree with the database on it. */
export class ClockStore {
  constructor(
    private readonly settings: SettingsStore,
    /** The name of this one. */
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

  /** The replicas whose clock is off, as far as they have said so lately. */
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
