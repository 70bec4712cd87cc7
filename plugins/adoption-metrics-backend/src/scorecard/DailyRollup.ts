import { setImmediate as turn } from 'node:timers/promises';
import { MAX_EVENT_AGE_MS } from 'backstage-plugin-adoption-metrics-common';
import {
  Sample,
  SampleState,
  SampleStore,
  RollupDay,
  RollupStore,
} from '../samples';
import { AgreedClock, ComparedTime, Day, ReportingZone } from '../time';
import { MetricSource } from '../parts';

/**
 * Time between rollups of days that were closed before. In large portals, late
 * events arrive all the time.
 */
const ROLL_UP_AGAIN_AFTER_MS = 15 * 60_000;

/**
 * The definition version of days that another tool counted; ours start at 1.
 */
const IMPORTED_VERSION = 0;

/** A clock that was ahead may have closed these days too early. */
const DAYS_TO_REOPEN = 7;

/**
 * Turns closed days into samples. Safe to run twice and on any replica. Catches
 * up after downtime, and rolls days up again when events arrive late. Days
 * whose events have been deleted keep their samples.
 */
export class DailyRollup {
  #rolledUpAgainAt = -Infinity;
  #correctedAt: number | undefined;

  constructor(
    private readonly options: {
      clock: AgreedClock;
      zone: ReportingZone;
      rollups: RollupStore;
      samples: SampleStore;
      metrics: MetricSource[];
      definitionVersion(metric: MetricSource): number;
      firstDay(): Promise<Day | undefined>;
      /** Whether history is being imported; nothing is measured then. */
      isImporting?(): Promise<boolean>;
      /** Corrects times in the future; false if the clock is behind. */
      correctTimes?(now: number): Promise<boolean>;
    },
  ) {}

  /**
   * Rolls up all closed days, and returns how many were measured. First
   * corrects what a clock that was ahead has left.
   */
  async rollUpDays(signal: AbortSignal): Promise<number> {
    const { clock, zone, isImporting } = this.options;
    if (await isImporting?.()) {
      return 0;
    }
    const time = await clock.compare();
    await this.#correct(time);
    const { rows, due } = await this.#prepareDue(
      zone.dayOf(time.passed),
      signal,
    );
    // Newest first. If a late day came before the days whose windows include
    // it, an interruption would leave those outdated forever.
    for (const row of rows.reverse()) {
      // Statements on SQLite are synchronous. Catching up on many days would
      // delay heartbeats, which would count as an outage.
      await turn();
      signal.throwIfAborted();
      if (due.has(row.day)) {
        await this.#rollUp(row);
      } else if (row.state === 'provisional') {
        await this.#finalize(row);
      }
    }
    this.#noteRollup(rows, due);
    return due.size;
  }

  // Once after startup, and whenever the clocks agree again.
  async #correct({ off, at }: ComparedTime): Promise<void> {
    const before = this.#correctedAt;
    if (!off && (before === undefined || at < before)) {
      const isRight = (await this.options.correctTimes?.(at)) ?? true;
      await (isRight && this.#reopen(at));
    }
    this.#correctedAt = off ? undefined : at;
  }

  // Reopens days that were measured or finalized too early.
  async #reopen(now: number): Promise<void> {
    const { rollups, samples, zone } = this.options;
    const today = zone.dayOf(now);
    const days = { from: today - DAYS_TO_REOPEN, to: today };
    const early = await samples.daysComputedAfter(now, days);
    const known = await rollups.all();
    const final = known
      .filter(({ day, state }) => days.from <= day && state === 'final')
      .filter(({ day }) => now < this.#finalAt(day))
      .map(({ day }) => day);
    await rollups.markLate([...new Set([...early, ...final])]);
  }

  // Data about one day can affect others, which are then prepared in the same
  // run, because a week evaluated in between would be wrong.
  async #prepareDue(today: Day, signal: AbortSignal) {
    const urgent = new Set<Day>();
    for (;;) {
      const rows = (await this.#openMissing(today)).filter(
        ({ day }) => day < today,
      );
      const due = this.#dueDays(rows, urgent);
      const changed = rows.filter(({ day }) => due.has(day)).filter(isChanged);
      const others = await this.#prepare(changed, signal);
      if (others.every(day => urgent.has(day))) {
        return { rows, due };
      }
      others.forEach(day => urgent.add(day));
    }
  }

  #dueDays(rows: RollupDay[], urgent: ReadonlySet<Day>): Set<Day> {
    const now = this.options.clock.now();
    const waiting = now < this.#rolledUpAgainAt + ROLL_UP_AGAIN_AFTER_MS;
    return daysToMeasure(
      waiting
        ? rows.filter(({ state, day }) => state !== 'late' || urgent.has(day))
        : rows,
      day => this.#firstDayBehind(day),
    );
  }

  #firstDayBehind(day: Day): Day {
    const first = this.options.metrics.map(
      metric => metric.firstDayBehind?.(day) ?? day - metric.windowDays + 1,
    );
    return Math.min(...first);
  }

  #noteRollup(rows: RollupDay[], due: Set<Day>): void {
    if (rows.some(({ day, state }) => state === 'late' && due.has(day))) {
      this.#rolledUpAgainAt = this.options.clock.now();
    }
  }

  async #openMissing(today: Day): Promise<RollupDay[]> {
    const { rollups, firstDay } = this.options;
    const known = await rollups.all();
    const missing = daysMissing(known, { from: await firstDay(), to: today });
    if (missing.length === 0) {
      return known;
    }
    await rollups.open(missing);
    return rollups.all();
  }

  async #prepare(changed: RollupDay[], signal: AbortSignal): Promise<Day[]> {
    const days = changed.map(({ day }) => day);
    const others: Day[] = [];
    for (const metric of this.options.metrics) {
      signal.throwIfAborted();
      others.push(...((await metric.prepare?.(days)) ?? []));
    }
    return others;
  }

  async #rollUp(rollup: RollupDay): Promise<void> {
    const state = this.#stateOf(rollup.day);
    for (const metric of this.options.metrics) {
      if ((await metric.canMeasure?.(rollup.day)) ?? true) {
        await this.#measure(metric, rollup.day, state);
      }
    }
    await this.options.rollups.advance(rollup, state);
  }

  async #measure(
    metric: MetricSource,
    day: Day,
    state: SampleState,
  ): Promise<void> {
    const measurements = await metric.measure(day);
    const common = {
      metric: metric.id,
      day,
      definitionVersion: (await metric.restsOnImport?.(day))
        ? IMPORTED_VERSION
        : this.options.definitionVersion(metric),
      timeZone: this.options.zone.name,
      state,
      computedAt: this.options.clock.now(),
    };
    const samples: Sample[] = measurements.map(m => ({ ...m, ...common }));
    await this.options.samples.replaceDay(metric.id, day, samples);
  }

  async #finalize(rollup: RollupDay): Promise<void> {
    if (this.#stateOf(rollup.day) === 'final') {
      await this.options.samples.setState(rollup.day, 'final');
      await this.options.rollups.advance(rollup, 'final');
    }
  }

  #stateOf(day: Day): SampleState {
    const isFinal = this.options.clock.last.passed >= this.#finalAt(day);
    return isFinal ? 'final' : 'provisional';
  }

  #finalAt(day: Day): number {
    return this.options.zone.startOf(day + 1) + MAX_EVENT_AGE_MS;
  }
}

function daysMissing(
  rollups: RollupDay[],
  days: { from: Day | undefined; to: Day },
): Day[] {
  const known = new Set(rollups.map(({ day }) => day));
  const missing: Day[] = [];
  for (let day = days.from ?? days.to; day < days.to; day++) {
    if (!known.has(day)) {
      missing.push(day);
    }
  }
  return missing;
}

function isChanged({ state }: RollupDay): boolean {
  return state === 'open' || state === 'late';
}

/** Days that were never closed, and days whose samples depend on a late day. */
export function daysToMeasure(
  rollups: RollupDay[],
  firstDayBehind: (day: Day) => Day,
): Set<Day> {
  const late = rollups
    .filter(({ state }) => state === 'late')
    .map(({ day }) => day);
  const due = rollups
    .filter(
      ({ day, state }) =>
        state === 'open' ||
        late.some(changed => firstDayBehind(day) <= changed && changed <= day),
    )
    .map(({ day }) => day);
  return new Set(due);
}
