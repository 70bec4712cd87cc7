import {
  defaultTargets,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import {
  formatChange,
  formatCountOf,
  formatSeconds,
  formatShare,
  formatSignedCount,
  formatTarget,
  formatValue,
  type Measure,
} from './values';

function measureOf(id: MetricId): Measure {
  const unit = id === 'page-load' ? 'seconds' : 'share';
  return { id, unit, target: defaultTargets[id] };
}

describe('formatValue', () => {
  it.each<[MetricId, number, string]>([
    ['active-users', 28 / 300, '9.3%'],
    ['active-users', 90 / 300, '30%'],
    ['active-users', 0, '0%'],
    ['active-users', 1, '100%'],
    ['active-users', 1 / 5000, '<0.1%'],
    ['page-load', 6.84, '6.8 s'],
    ['page-load', 0.424, '0.42 s'],
    ['page-load', 5, '5 s'],
    ['uptime', 0.9993, '99.93%'],
    ['stale-entities', 3 / 47, '6.4%'],
    ['stale-entities', 0.02, '2%'],
  ])('writes %s %d as %s', (id, value, expected) => {
    expect(formatValue(value, measureOf(id))).toBe(expected);
  });

  it.each<[MetricId, number, string]>([
    ['active-users', 89 / 300, '29.7%'],
    ['active-users', 0.29996, '29.9%'],
    ['active-users', 0.30004, '30.0%'],
    ['page-load', 4.96, '4.9 s'],
    ['page-load', 5.04, '5.0 s'],
    ['stale-entities', 0.01999, '1.9%'],
    ['stale-entities', 0.02001, '2.0%'],
  ])('does not round %s %d across its target', (id, value, expected) => {
    expect(formatValue(value, measureOf(id))).toBe(expected);
  });

  it('says less than 30% for 89 of 300 even when the target has no decimals', () => {
    const measure = measureOf('active-users');
    expect(formatValue(899 / 3000, measure)).toBe('29.9%');
  });

  it.each([
    [0.99996, '99.99%'],
    [0.999999, '99.99%'],
    [1, '100%'],
    [0.99899, '99.89%'],
    [0.29, '29%'],
  ])('never rounds an uptime of %d up', (value, expected) => {
    expect(formatValue(value, measureOf('uptime'))).toBe(expected);
  });

  it('writes as many decimals as the target has', () => {
    const measure = {
      ...measureOf('uptime'),
      target: { operator: '>=' as const, value: 0.99995 },
    };
    expect(formatValue(0.999956, measure)).toBe('99.995%');
    expect(formatValue(0.999949, measure)).toBe('99.994%');
  });

  it('does not write 100% for less than all', () => {
    const measure = measureOf('active-users');
    expect(formatValue(0.9999, measure)).toBe('99.9%');
  });
});

describe('formatShare', () => {
  it.each([
    [0.6199, 0, '61%'],
    [0.998, 1, '99.8%'],
    [0.9999, 0, '99%'],
    [1, 0, '100%'],
    [0.29, 0, '29%'],
    [0.001, 0, '<1%'],
    [1e-7, 0, '<1%'],
  ])('writes %d with %d decimals as %s', (share, decimals, expected) => {
    expect(formatShare(share, decimals)).toBe(expected);
  });
});

describe('formatChange', () => {
  it.each<[MetricId, number, string]>([
    ['active-users', 0.0067, '+0.7 points'],
    ['stale-entities', -0.021, '\u22122.1 points'],
    ['page-load', -0.9, '\u22120.9 s'],
    ['page-load', 0, 'unchanged'],
    ['uptime', -0.0003, '\u22120.03 points'],
    ['active-users', 0.0001, 'up less than 0.1 points'],
    ['uptime', -0.00001, 'down less than 0.01 points'],
  ])('writes a change of %s by %d as %s', (id, change, expected) => {
    expect(formatChange(change, measureOf(id))).toBe(expected);
  });
});

describe('targets, counts and times', () => {
  it('writes targets exactly', () => {
    expect(formatTarget({ operator: '>=', value: 0.3 }, 'share')).toBe(
      'at least 30%',
    );
    expect(formatTarget({ operator: '>=', value: 0.999 }, 'share')).toBe(
      'at least 99.9%',
    );
    expect(formatTarget({ operator: '<', value: 5 }, 'seconds')).toBe(
      'under 5 s',
    );
  });

  it('writes counts with their noun', () => {
    expect(formatCountOf(4212, 'load')).toBe('4,212 loads');
    expect(formatCountOf(1, 'person', 'people')).toBe('1 person');
    expect(formatSignedCount(-12)).toBe('\u221212');
    expect(formatSignedCount(3)).toBe('+3');
  });

  it('writes seconds', () => {
    expect(formatSeconds(11.24)).toBe('11.2 s');
    expect(formatSeconds(9.96)).toBe('10.0 s');
  });
});
