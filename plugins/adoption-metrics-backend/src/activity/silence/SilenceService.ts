import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { RollupStore } from '../../samples';
import {
  Day,
  DAY_MS,
  Interval,
  lengthOfOverlap,
  ReportingZone,
} from '../../time';
import { ActivityStore } from '../ActivityStore';
import { ObservedDays } from '../observation';
import { ClosedDay, DayJudgment, DayStore } from './DayStore';
import { DayEvidence, judgeSilence } from './judgeSilence';
import { wasRunning } from './runningDays';
import { USUAL_DAYS, usualWeekdays } from './usualWeekdays';

/** How many closed days a judgment considers. */
const HISTORY_DAYS = 400;

/** The judgment of older days is final. */
const OPEN_DAYS = 120;

/** Longest gap between heartbeats to look for before a day. */
const BEFORE_MS = 3 * DAY_MS;

/** A current silence: the closed days since the last report. */
export interface Silence {
  /** Its first day. */
  since: Day;
  /** Its days, oldest first. */
  days: ClosedDay[];
  /**
   * `stopped` if people came but their browsers did not report; `quiet` if it
   * is too long to be chance and nothing explains it.
   */
  state: 'stopped' | 'quiet' | undefined;
}

/** Data of other folders about days without reports. */
export interface SilenceSources {
  /** When any replica sent heartbeats, in ms UTC, by start. */
  beats(window: Interval): Promise<Interval[]>;
  /** Configured holidays, in days. */
  holidays(): Promise<Interval[]>;
}

/** Judges which closed days were observed, and stores the result. */
export class SilenceService {
  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      zone: ReportingZone;
      days: DayStore;
      activity: Pick<ActivityStore, 'firstDay'>;
      rollups: Pick<RollupStore, 'markLate'>;
      sources: SilenceSources;
    },
  ) {}

  /**
   * Judges days that were closed, or for which something arrived. Marks days as
   * late if they were judged differently before, so that they are measured
   * again.
   *
   * @returns those days
   */
  async close(days: Day[]): Promise<Day[]> {
    if (days.length === 0) {
      return [];
    }
    await this.#closeAll(days);
    return this.#judge();
  }

  /** Observations from `days.from` on, for measuring the last of these days. */
  async observed(days: Interval): Promise<ObservedDays> {
    const from = Math.min(days.from, days.to - USUAL_DAYS);
    const [firstDay, closed] = await Promise.all([
      this.options.activity.firstDay(),
      this.options.days.during({ from, to: days.to }),
    ]);
    const unobserved = new Set(
      closed.filter(isUnobserved).map(({ day }) => day),
    );
    const usual = closed.filter(
      ({ day }) => day >= days.to - USUAL_DAYS && !unobserved.has(day),
    );
    return { firstDay, unobserved, usualWeekdays: usualWeekdays(usual) };
  }

  /** Evidence for closed days, oldest first. */
  closed(days: Interval): Promise<ClosedDay[]> {
    return this.options.days.during(days);
  }

  /** Closed days that were not observed, oldest first. */
  async unobserved(days: Interval): Promise<ClosedDay[]> {
    return (await this.closed(days)).filter(isUnobserved);
  }

  /** The current silence; undefined after a day with reports. */
  async lasting(): Promise<Silence | undefined> {
    const { days } = this.options;
    const [reported, closed] = await Promise.all([
      days.lastReported(),
      days.lastClosed(),
    ]);
    if (reported === undefined || reported === closed) {
      return undefined;
    }
    const since = reported + 1;
    const silent = await days.during({ from: since, to: closed! + 1 });
    return { since, days: silent, state: stateOf(silent) };
  }

  async #closeAll(days: Day[]): Promise<void> {
    const { zone, clock, sources, days: store } = this.options;
    const now = clock.now();
    const first = zone.startOf(Math.min(...days)) - BEFORE_MS;
    // The backend that closes a day is running.
    const beats = [
      ...(await sources.beats({ from: first, to: now })),
      { from: now, to: now },
    ];
    for (const day of days) {
      const instants = { from: zone.startOf(day), to: zone.startOf(day + 1) };
      await store.close({ day, instants }, wasRunning(instants, beats));
    }
  }

  async #judge(): Promise<Day[]> {
    const { knex, days, rollups } = this.options;
    const history = await this.#history();
    const judgments = await this.#judgmentsOf(history);
    const changed = history.filter(
      (closed, index) =>
        judgments.get(closed.day) !== closed.judgment &&
        (!closed.judgment || index >= history.length - OPEN_DAYS),
    );
    const rejudged = changed
      .filter(
        closed =>
          closed.judgment &&
          isUnobserved(closed) !==
            isUnobserved({ judgment: judgments.get(closed.day) }),
      )
      .map(({ day }) => day);
    await knex.transaction(async tx => {
      await days.setJudgments(
        changed.map(({ day }) => ({ day, judgment: judgments.get(day)! })),
        tx,
      );
      await rollups.markLate(rejudged, tx);
    });
    return rejudged;
  }

  async #history(): Promise<ClosedDay[]> {
    const { days, activity } = this.options;
    const [first = Infinity, last = -Infinity] = await Promise.all([
      activity.firstDay(),
      days.lastClosed(),
    ]);
    const from = Math.max(first, last - HISTORY_DAYS);
    return from > last ? [] : days.during({ from, to: last + 1 });
  }

  async #judgmentsOf(history: ClosedDay[]): Promise<Map<Day, DayJudgment>> {
    const holidays = await this.options.sources.holidays();
    const evidence = history.map(closed => evidenceOf(closed, holidays));
    const { unobserved } = judgeSilence(evidence);
    return new Map(
      history.map(({ day, isRunning }) => [
        day,
        // Even a day with reports may be incomplete.
        isRunning ? unobserved.get(day) ?? 'observed' : 'not-running',
      ]),
    );
  }
}

function stateOf(days: ClosedDay[]): Silence['state'] {
  const judgments = new Set(days.map(({ judgment }) => judgment));
  if (
    judgments.has('readers-without-reports') ||
    judgments.has('failed-batches')
  ) {
    return 'stopped';
  }
  return judgments.has('long-silence') ? 'quiet' : undefined;
}

function evidenceOf(closed: ClosedDay, holidays: Interval[]): DayEvidence {
  const { judgment, ...evidence } = closed;
  const day = { from: closed.day, to: closed.day + 1 };
  return { ...evidence, isHoliday: lengthOfOverlap([day], holidays) > 0 };
}

function isUnobserved({ judgment }: Pick<ClosedDay, 'judgment'>): boolean {
  return judgment !== undefined && judgment !== 'observed';
}
