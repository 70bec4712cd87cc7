import { Knex } from 'knex';
import { Day, ReportingZone } from '../time';
import { deleteExpired, hasExpired } from './deleteExpired';
import { daysToMerge, mergeDay } from './mergeDay';
import { RetentionPeriods } from './retentionConfig';
import { ExpiringRows, RetentionRule } from './RetentionRule';
import { SettingsStore } from './SettingsStore';

/** How many rows a run removed per table, including merged ones. */
export type RemovedRows = Record<string, number>;

interface RetentionOptions {
  knex: Knex;
  zone: ReportingZone;
  settings: SettingsStore;
  rules: RetentionRule[];
  periods: RetentionPeriods;
  /** The newest closed day; undefined if there is none. */
  closedDay(): Promise<Day | undefined>;
  /** Days that have not been measured yet. */
  daysToMeasure(): Promise<Day[]>;
}

/**
 * Limits what one run removes. After a clock was far ahead, this protects most
 * of the data.
 */
const MOST_DAYS = 7;

/**
 * Removes data after its retention period. Counts whole days of the reporting
 * zone back from the newest closed day, removes at most a week's worth per run,
 * and uses short statements. Can be interrupted, and can run on several
 * replicas at once.
 */
export class Retention {
  constructor(private readonly options: RetentionOptions) {}

  async run(signal: AbortSignal): Promise<RemovedRows> {
    const removed: RemovedRows = {};
    const closed = await this.options.closedDay();
    if (closed === undefined) {
      return removed;
    }
    for (const rule of this.options.rules) {
      const keep = await this.#firstDayToKeep(rule, closed);
      const before = await this.#withinReach(rule, keep);
      await this.#delete(rule, before, { signal, removed });
      await this.#merge(rule, before, { signal, removed });
    }
    return removed;
  }

  async #delete(
    rule: RetentionRule,
    before: Day,
    { signal, removed }: { signal: AbortSignal; removed: RemovedRows },
  ): Promise<void> {
    const { knex } = this.options;
    for (const rows of rule.deletes ?? []) {
      const limit = this.#limitOf(rows, before);
      if (await hasExpired(knex, rows, limit)) {
        await this.#note(rule, before);
        const count = await deleteExpired(knex, rows, { limit, signal });
        removed[rows.table] = (removed[rows.table] ?? 0) + count;
      }
    }
  }

  async #merge(
    rule: RetentionRule,
    before: Day,
    { signal, removed }: { signal: AbortSignal; removed: RemovedRows },
  ): Promise<void> {
    const { knex } = this.options;
    for (const rows of rule.merges ?? []) {
      const days = await daysToMerge(knex, rows, before);
      for (const day of days.slice(0, MOST_DAYS)) {
        signal.throwIfAborted();
        await this.#note(rule, day + 1);
        const count = await mergeDay(knex, rows, day);
        removed[rows.table] = (removed[rows.table] ?? 0) + count;
      }
    }
  }

  /**
   * The first day to keep in this run: at most a week after the oldest day
   * held.
   */
  async #withinReach(rule: RetentionRule, keep: Day): Promise<Day> {
    let before = keep;
    for (const rows of rule.deletes ?? []) {
      const oldest = await this.#oldestExpired(rows, before);
      before = Math.min(before, (oldest ?? before) + MOST_DAYS);
    }
    return before;
  }

  // A binary search, because rules can find rows before a day, but not the
  // oldest row.
  async #oldestExpired(
    rows: ExpiringRows,
    before: Day,
  ): Promise<Day | undefined> {
    const has = (day: Day) =>
      hasExpired(this.options.knex, rows, this.#limitOf(rows, day));
    if (!(await has(before - MOST_DAYS)) || (await has(0))) {
      return undefined;
    }
    let [none, some] = [0, before - MOST_DAYS];
    while (some - none > 1) {
      const middle = Math.floor((none + some) / 2);
      [none, some] = (await has(middle)) ? [none, middle] : [middle, some];
    }
    return none;
  }

  #limitOf({ unit }: ExpiringRows, before: Day): number {
    return unit === 'ms' ? this.options.zone.startOf(before) : before;
  }

  async #firstDayToKeep(rule: RetentionRule, closed: Day): Promise<Day> {
    const { settings, periods } = this.options;
    const first = closed + 1 - daysOf(rule, periods);
    if (rule.windowDays === undefined) {
      return first;
    }
    const held = (await oldestHeldDay(settings, [rule.name])) ?? -Infinity;
    const needed = (await this.options.daysToMeasure())
      .map(day => day - rule.windowDays! + 1)
      // What is already gone does not keep anything else.
      .filter(day => day >= held);
    return Math.min(first, ...needed);
  }

  // Stored before rows are removed, so that no day is measured from partial
  // data.
  async #note({ name, windowDays }: RetentionRule, before: Day): Promise<void> {
    const { settings } = this.options;
    const held = await oldestHeldDay(settings, [name]);
    if (windowDays !== undefined && !(held !== undefined && held >= before)) {
      await settings.set(settingOf(name), String(before));
    }
  }
}

/**
 * The first day for which all data of these rules is available; undefined if
 * nothing was removed yet. Days whose window begins earlier must not be
 * measured again.
 */
export async function oldestHeldDay(
  settings: SettingsStore,
  rules: string[],
): Promise<Day | undefined> {
  const days: Day[] = [];
  for (const name of rules) {
    const day = await settings.get(settingOf(name));
    days.push(...(day === undefined ? [] : [Number(day)]));
  }
  return days.length === 0 ? undefined : Math.max(...days);
}

/** For how many days a rule keeps its data. */
export function daysOf(
  { keepDays }: Pick<RetentionRule, 'keepDays'>,
  periods: RetentionPeriods,
): number {
  return typeof keepDays === 'number' ? keepDays : periods[keepDays];
}

function settingOf(name: string): string {
  return `retention.${name}.held-from`;
}
