import { JsonValue } from '@backstage/types';
import { SettingsStore } from '../database';
import { HOUR_MS, ReportingZone } from '../time';

const KEY = 'hourly';

/** Counts of days that are not over are told in steps of so many. */
const STEP = 5;

interface Stored<T> {
  /** Start of the hour in which it was read, in ms UTC. */
  hourAt: number;
  answer: T;
}

/**
 * Answers about days that are not over, read once an hour and the same on every
 * replica: whoever asks again and again does not see when somebody came.
 */
export class HourlyStore {
  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'replace'>,
    private readonly zone: Pick<ReportingZone, 'hourOf'>,
  ) {}

  /**
   * The answer of the hour, which whoever asks first lets read.
   *
   * @param what - names the answer
   * @param now - ms UTC
   * @param read - told when the hour began: a more exact time in an answer would
   * tell when somebody asked first
   */
  async of<T extends JsonValue>(
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
    // Another replica was faster, and everybody tells the same.
    return parse<T>(await this.settings.get(key))?.answer ?? answer;
  }
}

function parse<T>(text: string | undefined): Stored<T> | undefined {
  return text === undefined ? undefined : JSON.parse(text);
}

// The clocks of two replicas may lie on either side of a full hour.
function isOf(storedAt: number, hourAt: number): boolean {
  return storedAt >= hourAt && storedAt - hourAt <= HOUR_MS;
}

/** A count in steps, so that one more is rarely seen: at least so many. */
export function inSteps(count: number): number {
  return count - (count % STEP);
}
