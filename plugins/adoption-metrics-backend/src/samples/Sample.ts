import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';

/** The dimension of a sample that is the metric itself. */
export const HEADLINE = 'headline';

/** A number measured for a closed day. */
export interface Measurement {
  /** The dimension by which the metric is broken down, or `headline`. */
  dimension: string;
  /** The member of that dimension; empty for the headline. */
  member: string;
  /** Undefined while unknown. */
  value: number | undefined;
  numerator?: number;
  denominator?: number;
  /** Observations behind the value. */
  n?: number;
  /** Observed share of the window, between 0 and 1. */
  coverage?: number;
}

/** A day is final once no late event can reach it any more. */
export type SampleState = 'provisional' | 'final';

/** A measurement as it is kept, with everything needed to compare it. */
export interface Sample extends Measurement {
  metric: MetricId;
  day: Day;
  definitionVersion: number;
  timeZone: string;
  state: SampleState;
  computedAt: number;
}

/** Whether two samples answer the same question. */
export function areComparable(
  a: Pick<Sample, 'definitionVersion' | 'timeZone'>,
  b: Pick<Sample, 'definitionVersion' | 'timeZone'>,
): boolean {
  return (
    a.definitionVersion === b.definitionVersion && a.timeZone === b.timeZone
  );
}
