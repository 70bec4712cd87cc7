import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval } from '../time';
import { Sample, SampleState } from './Sample';

/** Which samples of a cut are asked for. */
export interface CutHistory {
  metric: MetricId;
  cut: string;
  /** All members of the cut if left out. */
  cutIds?: string[];
  days: Interval;
}

/** Keeps the figures of closed days. */
export interface SampleStore {
  /** Replaces all samples of the metric and day of these samples. */
  replaceDay(metric: MetricId, day: Day, samples: Sample[]): Promise<void>;

  /** The headline of some days, oldest first. */
  headlines(metric: MetricId, days: Interval): Promise<Sample[]>;

  /** A cut over some days, oldest first, then by member. */
  history(cut: CutHistory): Promise<Sample[]>;

  /** The samples of one day: of these cuts, or of every cut. */
  ofDay(metric: MetricId, day: Day, cuts?: string[]): Promise<Sample[]>;

  /** The newest day with samples, of one metric or of any. */
  latestDay(metric?: MetricId): Promise<Day | undefined>;

  setState(day: Day, state: SampleState): Promise<void>;
}
