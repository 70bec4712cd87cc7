import {
  Breakdown,
  Metric,
  MetricId,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement, Verdict } from '../samples';
import { Day } from '../time';

/** What is told of the day that is not over. */
export type Today = NonNullable<Metric['today']>;

/** A metric as it stands at one moment. */
export interface Reading
  extends Pick<Metric, 'window' | 'today' | 'facts' | 'notes'> {
  /** Undefined while unknown. */
  value: number | undefined;
  numerator?: number;
  denominator?: number;
  sampleCount?: number;
  coverage: number | undefined;
  verdict: Verdict;
  /** Why it is undecided, where the reason alone does not say it. */
  problem?: string;
  /** The moment of which it speaks, in ms UTC. */
  asOf: number | undefined;
}

/** When a reading is taken, and what is closed by then. */
export interface ReadingTime {
  now: number;
  closedDay: Day | undefined;
}

/** A metric: what it means and how it is measured. */
export interface MetricSource {
  readonly id: MetricId;
  readonly name: string;
  readonly unit: Unit;
  readonly target: Target;
  /** The definition in words. */
  readonly definition: string;
  /** Length of its window in days: the distance of two periods. */
  readonly windowDays: number;

  /**
   * The first day that is behind the samples of a day; that of its window
   * without it.
   */
  firstDayBehind?(day: Day): Day;

  /**
   * Called with the days never closed or changed since, before any is measured.
   *
   * @returns other days of which it knows otherwise now; it has marked them late
   */
  prepare?(days: Day[]): Promise<Day[]>;

  /** Whether everything behind a day's samples is held; `true` without it. */
  canMeasure?(day: Day): Promise<boolean>;

  /**
   * Whether a day's samples rest on days that another tool has counted, by a
   * definition of its own; never without it.
   */
  restsOnImport?(day: Day): Promise<boolean>;

  /** Measures a day that is over, the headline among the results. */
  measure(day: Day): Promise<Measurement[]>;

  read(time: ReadingTime): Promise<Reading>;

  /**
   * The metric of a day that is over, as it was measured for that day: nothing
   * of it is of another moment.
   *
   * @param target - that held then
   */
  readDay(day: Day, target: Target): Promise<Reading>;

  breakdowns(time: ReadingTime): Promise<Breakdown[]>;
}
