import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval } from '../time';
import { Sample, SampleState } from './Sample';

/** Which samples of a dimension are asked for. */
export interface DimensionHistory {
  metric: MetricId;
  dimension: string;
  /** All members of the dimension if left out. */
  members?: string[];
  days: Interval;
}

/** Keeps the metrics of closed days. */
export interface SampleStore {
  /** Replaces all samples of the metric and day of these samples. */
  replaceDay(metric: MetricId, day: Day, samples: Sample[]): Promise<void>;

  /** The headline of some days, oldest first. */
  headlines(metric: MetricId, days: Interval): Promise<Sample[]>;

  /** A dimension over some days, oldest first, then by member. */
  history(dimension: DimensionHistory): Promise<Sample[]>;

  /** The samples of one day: of these dimensions, or of every dimension. */
  ofDay(metric: MetricId, day: Day, dimensions?: string[]): Promise<Sample[]>;

  /** The newest day with samples, of one metric or of any. */
  latestDay(metric?: MetricId): Promise<Day | undefined>;

  setState(day: Day, state: SampleState): Promise<void>;
}
