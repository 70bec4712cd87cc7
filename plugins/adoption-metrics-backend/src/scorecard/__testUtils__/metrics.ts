import {
  MetricId,
  say,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement } from '../../samples';
import { MetricSource, Reading } from '../../parts';
import { undecided } from '../../samples/verdict';

export const atLeast = (value: number): Target => ({ operator: '>=', value });
export const under = (value: number): Target => ({ operator: '<', value });

export function readingOf(overrides: Partial<Reading> = {}): Reading {
  return {
    value: undefined,
    coverage: undefined,
    verdict: undecided('no-data'),
    window: null,
    today: null,
    facts: {},
    notes: [],
    asOf: undefined,
    ...overrides,
  };
}

/** A metric whose measurements a test provides. */
export function metricOf(options: {
  id?: MetricId;
  unit?: Unit;
  target?: Target;
  firstDayBehind?(day: number): number;
  prepare?(days: number[]): Promise<number[]>;
  canMeasure?(day: number): Promise<boolean>;
  measure?(day: number): Promise<Measurement[]>;
}): MetricSource {
  return {
    id: 'active-users',
    name: 'Metric',
    unit: 'share',
    target: atLeast(0.3),
    definition: [say('text', { text: 'A metric.' })],
    windowDays: 28,
    measure: async () => [],
    read: async () => readingOf(),
    readDay: async () => readingOf(),
    breakdowns: async () => [],
    ...options,
  };
}
