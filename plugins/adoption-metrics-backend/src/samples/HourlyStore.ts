import { JsonValue } from '@backstage/types';
import { SettingsStore } from '../database';
import { HOUR_MS, ReportingZone } from '../time';

const KEY = 'hourly';

/** Numbers of people on open days are rounded to this step. */
const STEP = 5;

interface Stored<T> {
  /** Start of the hour in which it was read, in ms UTC. */
  hourAt: number;
  answer: T;
}

/**
 * Caches responses about open days for an hour, shared by all replicas, so that
 * nobody can see when a person came by asking again and again.
 */
export class HourlyStore {
  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'replace'>,
    private readonly zone: Pick<ReportingZone, 'hourOf'>,
  ) {}

  /**
   * Returns the response for the current hour; the first caller computes it.
   *
   * @param what - names the response
   * @param now - in ms UTC
   * @param read - gets the start of the hour; an exact time in a response would
   * reveal when it was first requested
   */
  async getOrRead<T extends JsonValue>(
    what: string,
    now: number,
    read: (hourAt: number) => Promise<T>,
  ): Promise<T> {
    const key = `${KEY}:${what}`;
    const hourAt = this.zone.hourOf(now).from;
    const text = await this.settings.get(key);
    const stored = parse<T>(text);
    if (stored && isOf(stored.hourAt, hourAt)) {
      return stored.answer;
    }
    const answer = await read(hourAt);
    const fresh: Stored<T> = { hourAt, answer };
    if (await this.settings.replace(key, text, JSON.stringify(fresh))) {
      return answer;
    }
    // Another replica was faster; all replicas use its response.
    return parse<T>(await this.settings.get(key))?.answer ?? answer;
  }
}

function parse<T>(text: string | undefined): Stored<T> | undefined {
  return text === undefined ? undefined : JSON.parse(text);
}

// The clocks of two replicas can be on different sides of a full hour.
function isOf(storedAt: number, hourAt: number): boolean {
  return storedAt >= hourAt && storedAt - hourAt <= HOUR_MS;
}

/**
 * Rounds a count down, so that a single additional person is rarely visible.
 */
export function inSteps(count: number): number {
  return count - (count % STEP);
}
