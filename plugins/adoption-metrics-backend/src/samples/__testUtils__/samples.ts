import { randomUUID } from 'node:crypto';
import { parseDay } from '../../time';
import { HourlyStore } from '../HourlyStore';
import { HEADLINE, Measurement, Sample } from '../Sample';

/** The day written as `YYYY-MM-DD`. */
export function dayOf(text: string): number {
  return parseDay(text)!;
}

export const DAY = dayOf('2026-03-02');

export function headlineOf(value: number | undefined): Measurement {
  return { dimension: HEADLINE, member: '', value };
}

/** 90 of 300 on `DAY`, unless asked otherwise. */
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

/** The state of closed days that are written past the rollup: never the same. */
export async function alwaysChanging(): Promise<string> {
  return randomUUID();
}
/** Reads at every moment what the portal reads once an hour. */
export const unkept: Pick<HourlyStore, 'getOrRead'> = {
  getOrRead: (_what, now, read) => read(now),
};
