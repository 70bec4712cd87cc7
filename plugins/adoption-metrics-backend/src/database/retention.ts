import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { Day, ReportingZone } from '../time';
import { deleteExpired, hasExpired } from './deleteExpired';
import { daysToMerge, mergeDay } from './mergeDay';
import { RetentionPeriods } from './retentionConfig';
import { RetentionRule } from './RetentionRule';
import { SettingsStore } from './SettingsStore';

/** How many rows a run removed, by table; merged ones among them. */
export type RemovedRows = Record<string, number>;

interface RetentionOptions {
  knex: Knex;
  clock: Clock;
  zone: ReportingZone;
  settings: SettingsStore;
  rules: RetentionRule[];
  periods: RetentionPeriods;
  /** Days whose samples have still to be measured. */
  daysToMeasure(): Promise<Day[]>;
}

/**
 * Removes what was kept long enough, by whole days of the reporting zone, in
 * many short statements. Can be interrupted at any moment and run on several
 * replicas at once.
 */
export class Retention {
  constructor(private readonly options: RetentionOptions) {}

  async run(signal: AbortSignal): Promise<RemovedRows> {
    const removed: RemovedRows = {};
    for (const rule of this.options.rules) {
      const before = await this.#firstDayToKeep(rule);
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
    const { knex, zone } = this.options;
    for (const rows of rule.deletes ?? []) {
      const limit = rows.unit === 'ms' ? zone.startOf(before) : before;
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
      for (const day of await daysToMerge(knex, rows, before)) {
        signal.throwIfAborted();
        await this.#note(rule, before);
        const count = await mergeDay(knex, rows, day);
        removed[rows.table] = (removed[rows.table] ?? 0) + count;
      }
    }
  }

  async #firstDayToKeep(rule: RetentionRule): Promise<Day> {
    const { clock, zone, settings, periods } = this.options;
    const first = zone.dayOf(clock.now()) - daysOf(rule, periods);
    if (rule.windowDays === undefined) {
      return first;
    }
    const held = (await oldestHeldDay(settings, [rule.name])) ?? -Infinity;
    const needed = (await this.options.daysToMeasure())
      .map(day => day - rule.windowDays! + 1)
      // What is gone already keeps nothing else from going.
      .filter(day => day >= held);
    return Math.min(first, ...needed);
  }

  // Before anything goes: a day must not be measured from half of what it needs.
  async #note({ name, windowDays }: RetentionRule, before: Day): Promise<void> {
    const { settings } = this.options;
    const held = await oldestHeldDay(settings, [name]);
    if (windowDays !== undefined && !(held !== undefined && held >= before)) {
      await settings.set(settingOf(name), String(before));
    }
  }
}

/**
 * The first day of which everything is held that these rules speak of;
 * undefined while nothing was removed. A day must not be measured again if an
 * earlier one belongs to its window.
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

/** For how many days a rule keeps what it speaks of. */
export function daysOf(
  { keepDays }: Pick<RetentionRule, 'keepDays'>,
  periods: RetentionPeriods,
): number {
  return typeof keepDays === 'number' ? keepDays : periods[keepDays];
}

function settingOf(name: string): string {
  return `retention.${name}.held-from`;
}
