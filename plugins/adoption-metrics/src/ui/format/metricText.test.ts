import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import {
  activeUsers,
  firstDays,
  nothingSeen,
  pageLoad,
  staleEntities,
  uptime,
} from '../../__fixtures__';
import { writeFacts } from './facts';
import {
  deltaTextOf,
  gapTextOf,
  headlineOf,
  movementTextOf,
  spokenMetricOf,
  targetTextOf,
} from './metricText';

const [earlyUsers, earlyLoads, earlyUptime] = firstDays.metrics;

function moved(delta: Partial<NonNullable<Metric['delta']>>): Metric {
  const previous = { previousValue: 0.09, previousDay: '2026-10-25' };
  return { ...activeUsers, delta: { change: 0.01, ...previous, ...delta } };
}

describe('headlineOf', () => {
  it.each<[Metric, string, string]>([
    [activeUsers, '9.3%', '28 of 300 · 2 more today'],
    [pageLoad, '6.8 s', '4,212 loads · 131 more today'],
    [uptime, '99.93%', 'coverage 99.9%'],
    [staleEntities, '6.4%', '3 of 47 entities'],
    [earlyUsers, '12', 'people so far · 2 more today'],
    [earlyLoads, '2.9 s', '17 loads'],
    [earlyUptime, '100%', 'coverage 14.6%'],
    [nothingSeen.metrics[0], 'Unknown', ''],
  ])('says what is known (%#)', (metric, value, detail) => {
    expect(headlineOf(metric)).toMatchObject({ value, detail });
  });

  it('counts one person as one', () => {
    const metric = { ...earlyUsers, numerator: 1, today: null };
    expect(headlineOf(metric)).toMatchObject({
      value: '1',
      detail: 'person so far',
    });
  });
});

describe('gapTextOf', () => {
  it.each<[Metric, string | undefined]>([
    [activeUsers, '62 people short'],
    [pageLoad, '61% under 5 s'],
    [uptime, '30 of 43 min used'],
    [staleEntities, '3 to repair'],
    [earlyUsers, 'day 5 of 28'],
    [earlyLoads, 'too few to judge'],
    [nothingSeen.metrics[0], undefined],
    [{ ...uptime, facts: {} }, undefined],
    [{ ...staleEntities, facts: { 'to-repair': 0 } }, undefined],
  ])('says how far it is (%#)', (metric, gap) => {
    expect(gapTextOf(metric)).toBe(gap);
  });

  it('says why else there is no verdict', () => {
    const undecided = { ...activeUsers, status: 'undecided' as const };
    expect(gapTextOf({ ...undecided, reason: 'stale-evidence' })).toBe(
      'evidence too old',
    );
    expect(gapTextOf({ ...undecided, reason: 'misconfigured' })).toBe(
      'check the configuration',
    );
  });
});

describe('movementTextOf', () => {
  it('names both movements when both moved', () => {
    expect(movementTextOf(activeUsers)).toBe('+3 active, +10 developers');
  });

  it('says when the share rose only because people left', () => {
    const metric = moved({ numeratorChange: -1, denominatorChange: -40 });
    expect(movementTextOf(metric)).toBe(
      '\u22121 active, \u221240 developers: the share rose because there are fewer developers',
    );
  });

  it('says when the share fell only because people came', () => {
    const metric = moved({
      change: -0.01,
      numeratorChange: 0,
      denominatorChange: 40,
    });
    expect(movementTextOf(metric)).toContain(
      'the share fell because there are more developers',
    );
  });

  it('keeps quiet while the denominator stands still', () => {
    expect(movementTextOf(staleEntities)).toBeUndefined();
    expect(movementTextOf(uptime)).toBeUndefined();
    expect(movementTextOf(earlyUsers)).toBeUndefined();
  });
});

describe('other texts of a metric', () => {
  it('names the change and since when', () => {
    expect(deltaTextOf(pageLoad)).toBe('\u22120.9 s since 25 Oct');
    expect(deltaTextOf(earlyUsers)).toBeUndefined();
  });

  it('speaks value, target and verdict', () => {
    expect(targetTextOf(uptime)).toBe('target at least 99.9%');
    expect(spokenMetricOf(uptime)).toBe('99.93%, target at least 99.9%, met');
    expect(spokenMetricOf(earlyUsers)).toBe(
      '12, target at least 30%, no verdict',
    );
  });

  it('writes the facts that are there', () => {
    expect(writeFacts(uptime).map(({ value }) => value)).toEqual([
      '99.94%',
      '43 min',
      '30 min',
      '2',
      '19 min',
    ]);
    expect(writeFacts(earlyUsers)).toEqual([]);
  });
});
