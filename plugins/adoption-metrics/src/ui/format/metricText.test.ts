import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { english } from '../../__testUtils__/english';
import {
  activeUsers,
  firstDays,
  nothingSeen,
  pageLoad,
  staleEntities,
  uptime,
} from '../../__fixtures__';
import { writeFacts } from '../metric/facts';
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
    [activeUsers, '9.3%', '28 of 300 · at least 5 more today'],
    [pageLoad, '6.8 s', '4,212 page loads · at least 130 more today'],
    [uptime, '99.93%', 'data coverage 99.9%'],
    [staleEntities, '6.4%', '3 of 47 entities'],
    [earlyUsers, '12', 'users so far · at least 5 more today'],
    [earlyLoads, '2.9 s', '17 page loads'],
    [earlyUptime, '100%', 'data coverage 14.7%'],
    [nothingSeen.metrics[0], 'Unknown', ''],
  ])('says what is known (%#)', (metric, value, detail) => {
    expect(headlineOf(metric, english)).toMatchObject({ value, detail });
  });

  it('counts one person as one', () => {
    const metric = { ...earlyUsers, numerator: 1, today: null };
    expect(headlineOf(metric, english)).toMatchObject({
      value: '1',
      detail: 'user so far',
    });
  });
});

describe('one of something', () => {
  const delta = {
    ...activeUsers.delta!,
    change: 0.1,
    numeratorChange: 1,
    denominatorChange: 1,
  };

  it.each([
    [activeUsers, '+1 active, +1 developer'],
    [staleEntities, '+1 stale, +1 entity'],
  ])('is no plural (%#)', (metric, words) => {
    expect(movementTextOf({ ...metric, delta }, english)).toBe(words);
  });

  it('is one entity', () => {
    const metric = { ...staleEntities, numerator: 0, denominator: 1 };
    expect(headlineOf(metric, english).detail).toBe('0 of 1 entity');
  });
});

describe('gapTextOf', () => {
  it.each<[Metric, string | undefined]>([
    [activeUsers, '62 more users needed'],
    [pageLoad, '61.5% within target'],
    [uptime, 'error budget: 30 of 43 min (69%)'],
    [staleEntities, '3 fixes needed'],
    [earlyUsers, undefined],
    [earlyLoads, 'too few page loads'],
    [nothingSeen.metrics[0], undefined],
    [{ ...uptime, facts: {} }, undefined],
    [{ ...staleEntities, facts: { 'fixes-needed': 0 } }, undefined],
  ])('says how far it is (%#)', (metric, gap) => {
    expect(gapTextOf(metric, english)).toBe(gap);
  });

  it('says why else there is not enough data', () => {
    const undecided = { ...activeUsers, status: 'undecided' as const };
    expect(gapTextOf({ ...undecided, reason: 'stale-evidence' }, english)).toBe(
      'data is too old',
    );
    expect(gapTextOf({ ...undecided, reason: 'misconfigured' }, english)).toBe(
      'check the configuration',
    );
  });
});

describe('movementTextOf', () => {
  it('names both movements when both moved', () => {
    expect(movementTextOf(activeUsers, english)).toBe(
      '+3 active, +10 developers',
    );
  });

  it('says when the share rose only because people left', () => {
    const metric = moved({ numeratorChange: -1, denominatorChange: -40 });
    expect(movementTextOf(metric, english)).toBe(
      '\u22121 active, \u221240 developers: the share rose because there are fewer developers',
    );
  });

  it('says when the share fell only because people came', () => {
    const metric = moved({
      change: -0.01,
      numeratorChange: 0,
      denominatorChange: 40,
    });
    expect(movementTextOf(metric, english)).toContain(
      'the share fell because there are more developers',
    );
  });

  it('keeps quiet while the denominator stands still', () => {
    expect(movementTextOf(staleEntities, english)).toBeUndefined();
    expect(movementTextOf(uptime, english)).toBeUndefined();
    expect(movementTextOf(earlyUsers, english)).toBeUndefined();
  });
});

describe('other texts of a metric', () => {
  it('names the change and since when', () => {
    expect(deltaTextOf(pageLoad, english)).toBe('\u22120.9 s since Oct 25');
    expect(deltaTextOf(earlyUsers, english)).toBeUndefined();
  });

  it('speaks value, target and verdict', () => {
    expect(targetTextOf(uptime, english)).toBe('target at least 99.9%');
    expect(spokenMetricOf(uptime, english)).toBe(
      '99.93%, target at least 99.9%, on target',
    );
    expect(spokenMetricOf(earlyUsers, english)).toBe(
      '12, target at least 30%, not enough data',
    );
  });

  it('writes the facts that are there', () => {
    expect(writeFacts(uptime, english).map(({ value }) => value)).toEqual([
      '99.94%',
      '43 min',
      '30 min',
      '2',
      '19 min',
      '0',
    ]);
    expect(writeFacts(earlyUsers, english)).toEqual([]);
  });
});
