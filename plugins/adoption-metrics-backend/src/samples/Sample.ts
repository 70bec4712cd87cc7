import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';

/** The dimension of the metric itself. */
export const HEADLINE = 'headline';

/** A number measured for a closed day. */
export interface Measurement {
  /** The dimension of a breakdown, or `headline`. */
  dimension: string;
  /** The member of the dimension; empty for the headline. */
  member: string;
  /** Undefined while unknown. */
  value: number | undefined;
  numerator?: number;
  denominator?: number;
  /** Number of observations. */
  n?: number;
  /** Share of the window that was observed, from 0 to 1. */
  coverage?: number;
}

/** A day is final once late events are no longer accepted. */
export type SampleState = 'provisional' | 'final';

/** A stored measurement, with everything needed to compare it. */
export interface Sample extends Measurement {
  metric: MetricId;
  day: Day;
  definitionVersion: number;
  timeZone: string;
  state: SampleState;
  computedAt: number;
}

/** Whether two samples have the same definition and time zone. */
export function areComparable(
  a: Pick<Sample, 'definitionVersion' | 'timeZone'>,
  b: Pick<Sample, 'definitionVersion' | 'timeZone'>,
): boolean {
  return (
    a.definitionVersion === b.definitionVersion && a.timeZone === b.timeZone
  );
}
