import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval } from '../time';
import { Sample, SampleState } from './Sample';

/** Keeps the figures of closed days. */
export interface SampleStore {
  /** Replaces all samples of the metric and day of these samples. */
  replaceDay(metric: MetricId, day: Day, samples: Sample[]): Promise<void>;

  /** The headline of some days, oldest first. */
  headlines(metric: MetricId, days: Interval): Promise<Sample[]>;

  /** One member of a cut on some days, oldest first. */
  ofMember(
    member: Pick<Sample, 'metric' | 'cut' | 'cutId'>,
    days: Interval,
  ): Promise<Sample[]>;

  /** The samples of one day: of these cuts, or of every cut. */
  ofDay(metric: MetricId, day: Day, cuts?: string[]): Promise<Sample[]>;

  /** The newest day with samples. */
  latestDay(): Promise<Day | undefined>;

  setState(day: Day, state: SampleState): Promise<void>;
}
