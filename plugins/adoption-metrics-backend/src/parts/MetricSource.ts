import {
  Breakdown,
  Metric,
  MetricId,
  Target,
  Unit,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement, Verdict } from '../samples';
import { Day } from '../time';

/** What is known about today. */
export type Today = NonNullable<Metric['today']>;

/** A metric as it stands at one moment. */
export interface Reading extends Pick<Metric, 'window' | 'today' | 'facts'> {
  /** Undefined while unknown. */
  value: number | undefined;
  numerator?: number;
  denominator?: number;
  sampleCount?: number;
  coverage: number | undefined;
  verdict: Verdict;
  /** Why it is undecided, where the reason alone does not say it. */
  problem?: Wording;
  /** Each in its sentences. */
  notes: Wording[][];
  /** The moment of which it speaks, in ms UTC. */
  asOf: number | undefined;
}

/** When a metric is read, and the last closed day at that time. */
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
  /** The definition in its sentences. */
  readonly definition: Wording[];
  /** Length of its window in days: the distance of two periods. */
  readonly windowDays: number;

  /**
   * The first day that the samples of a day depend on. Defaults to the first
   * day of the window.
   */
  firstDayBehind?(day: Day): Day;

  /**
   * Called before any of these days is measured. They are new, or changed.
   *
   * @returns further days that have to be measured again, and are already
   * marked as late
   */
  prepare?(days: Day[]): Promise<Day[]>;

  /**
   * Whether all data for a day's samples is still available. Defaults to true.
   */
  canMeasure?(day: Day): Promise<boolean>;

  /**
   * Whether samples of a day depend on imported days, which another tool
   * counted by its own definition. Defaults to false.
   */
  restsOnImport?(day: Day): Promise<boolean>;

  /** Measures a closed day. The result includes the headline. */
  measure(day: Day): Promise<Measurement[]>;

  read(time: ReadingTime): Promise<Reading>;

  /**
   * The metric as it was measured for a closed day.
   *
   * @param target - the target on that day
   */
  readDay(day: Day, target: Target): Promise<Reading>;

  breakdowns(time: ReadingTime): Promise<Breakdown[]>;
}
