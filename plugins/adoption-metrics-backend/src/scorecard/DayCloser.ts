import { setImmediate as turn } from 'node:timers/promises';
import { MAX_EVENT_AGE_MS } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  Sample,
  SampleState,
  SampleStore,
  DayClose,
  DayCloseStore,
} from '../samples';
import { Day, ReportingZone } from '../time';
import { FigureSource } from '../parts';

/**
 * Time between two closings of days that were closed before. In a large portal
 * late events arrive all the time.
 */
const CLOSE_AGAIN_AFTER_MS = 15 * 60_000;

/**
 * Turns days that are over into samples. Safe to run twice and on any replica,
 * catches up after downtime, and closes days again whose events came late. A
 * day whose events are deleted keeps the samples it has.
 */
export class DayCloser {
  #closedAgainAt = -Infinity;

  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      closes: DayCloseStore;
      samples: SampleStore;
      figures: FigureSource[];
      definitionVersion(figure: FigureSource): number;
      firstDay(): Promise<Day | undefined>;
    },
  ) {}

  /** Closes every day before today; returns how many were measured. */
  async closeDays(signal: AbortSignal): Promise<number> {
    const { clock, zone } = this.options;
    const today = zone.dayOf(clock.now());
    const rows = (await this.#openMissing(today)).filter(
      ({ day }) => day < today,
    );
    const due = this.#dueDays(rows);
    await this.#prepare(
      rows.filter(({ day }) => due.has(day)).filter(isChanged),
      signal,
    );
    // Newest first: were a late day closed before the days whose windows hold it,
    // an interruption in between would leave those as they were for good.
    for (const close of rows.reverse()) {
      // SQLite answers without a turn of the event loop. A year of days at once
      // would keep the heartbeat waiting, which then reads as an outage.
      await turn();
      signal.throwIfAborted();
      if (due.has(close.day)) {
        await this.#close(close);
      } else if (close.state === 'provisional') {
        await this.#finalize(close);
      }
    }
    this.#noteClosing(rows, due);
    return due.size;
  }

  #dueDays(rows: DayClose[]): Set<Day> {
    const now = this.options.clock.now();
    const waiting = now < this.#closedAgainAt + CLOSE_AGAIN_AFTER_MS;
    return daysToMeasure(
      waiting ? rows.filter(({ state }) => state !== 'dirty') : rows,
      day => this.#firstDayBehind(day),
    );
  }

  #firstDayBehind(day: Day): Day {
    const first = this.options.figures.map(
      figure => figure.firstDayBehind?.(day) ?? day - figure.windowDays + 1,
    );
    return Math.min(...first);
  }

  #noteClosing(rows: DayClose[], due: Set<Day>): void {
    if (rows.some(({ day, state }) => state === 'dirty' && due.has(day))) {
      this.#closedAgainAt = this.options.clock.now();
    }
  }

  async #openMissing(today: Day): Promise<DayClose[]> {
    const { closes, firstDay } = this.options;
    const known = await closes.all();
    const missing = daysMissing(known, { from: await firstDay(), to: today });
    if (missing.length === 0) {
      return known;
    }
    await closes.open(missing);
    return closes.all();
  }

  async #prepare(changed: DayClose[], signal: AbortSignal): Promise<void> {
    const days = changed.map(({ day }) => day);
    for (const figure of this.options.figures) {
      signal.throwIfAborted();
      await figure.prepare?.(days);
    }
  }

  async #close(close: DayClose): Promise<void> {
    const state = this.#stateOf(close.day);
    for (const figure of this.options.figures) {
      if ((await figure.canMeasure?.(close.day)) ?? true) {
        await this.#measure(figure, close.day, state);
      }
    }
    await this.options.closes.advance(close, state);
  }

  async #measure(
    figure: FigureSource,
    day: Day,
    state: SampleState,
  ): Promise<void> {
    const measurements = await figure.measure(day);
    const common = {
      metric: figure.metric,
      day,
      definitionVersion: this.options.definitionVersion(figure),
      timeZone: this.options.zone.name,
      state,
      computedAt: this.options.clock.now(),
    };
    const samples: Sample[] = measurements.map(m => ({ ...m, ...common }));
    await this.options.samples.replaceDay(figure.metric, day, samples);
  }

  async #finalize(close: DayClose): Promise<void> {
    if (this.#stateOf(close.day) === 'final') {
      await this.options.samples.setState(close.day, 'final');
      await this.options.closes.advance(close, 'final');
    }
  }

  #stateOf(day: Day): SampleState {
    const { zone, clock } = this.options;
    const finalAt = zone.startOf(day + 1) + MAX_EVENT_AGE_MS;
    return clock.now() >= finalAt ? 'final' : 'provisional';
  }
}

function daysMissing(
  closes: DayClose[],
  days: { from: Day | undefined; to: Day },
): Day[] {
  const known = new Set(closes.map(({ day }) => day));
  const missing: Day[] = [];
  for (let day = days.from ?? days.to; day < days.to; day++) {
    if (!known.has(day)) {
      missing.push(day);
    }
  }
  return missing;
}

function isChanged({ state }: DayClose): boolean {
  return state === 'open' || state === 'dirty';
}

/** The days never closed, and those behind whose samples a dirty day is. */
export function daysToMeasure(
  closes: DayClose[],
  firstDayBehind: (day: Day) => Day,
): Set<Day> {
  const dirty = closes
    .filter(({ state }) => state === 'dirty')
    .map(({ day }) => day);
  const due = closes
    .filter(
      ({ day, state }) =>
        state === 'open' ||
        dirty.some(late => firstDayBehind(day) <= late && late <= day),
    )
    .map(({ day }) => day);
  return new Set(due);
}
