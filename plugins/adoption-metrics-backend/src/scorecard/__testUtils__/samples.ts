import {
  MetricId,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import { parseDay } from '../../time';
import { FigureSource, Reading } from '../figures';
import { HEADLINE, Measurement, Sample } from '../Sample';
import { undecided } from '../verdict';

/** The day written as `YYYY-MM-DD`. */
export function dayOf(text: string): number {
  return parseDay(text)!;
}

export const DAY = dayOf('2026-03-02');

export const atLeast = (value: number): Target => ({ operator: '>=', value });
export const under = (value: number): Target => ({ operator: '<', value });

export function headlineOf(value: number | undefined): Measurement {
  return { cut: HEADLINE, cutId: '', value };
}

/** 90 of 300 on `DAY`, unless told otherwise. */
export function sampleOf(overrides: Partial<Sample> = {}): Sample {
  return {
    metric: 'active-users',
    ...headlineOf(0.3),
    numerator: 90,
    denominator: 300,
    n: 95,
    coverage: 1,
    day: DAY,
    definitionVersion: 1,
    timeZone: 'UTC',
    state: 'provisional',
    computedAt: 1_772_500_000_000,
    ...overrides,
  };
}

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
