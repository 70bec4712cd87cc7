import {
  MetricId,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement } from '../../samples';
import { FigureSource, Reading } from '../../parts';
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

/** A figure whose measurements a test provides. */
export function figureOf(options: {
  metric?: MetricId;
  unit?: Unit;
  target?: Target;
  firstDayBehind?(day: number): number;
  prepare?(days: number[]): Promise<void>;
  canMeasure?(day: number): Promise<boolean>;
  measure?(day: number): Promise<Measurement[]>;
}): FigureSource {
  return {
    metric: 'active-users',
    name: 'Figure',
    unit: 'share',
    target: atLeast(0.3),
    definition: 'A figure.',
    windowDays: 28,
    measure: async () => [],
    read: async () => readingOf(),
    breakdowns: async () => [],
    ...options,
  };
}
