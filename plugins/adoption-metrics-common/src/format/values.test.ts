import { defaultTargets, type MetricId, type Target } from '../metrics';
import {
  formatSeconds,
  formatShare,
  formatTargetValue,
  formatValue,
  writeChange,
  type Measure,
} from './values';

const en = 'en-US';

function measureOf(metric: MetricId, target = defaultTargets[metric]): Measure {
  return {
    id: metric,
    unit: metric === 'page-load' ? 'seconds' : 'share',
    target,
  };
}

const uptimeAgainst = (value: number) =>
  measureOf('uptime', { operator: '>=', value });

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
  ])('writes %s %d as %s', (metric, value, expected) => {
    expect(formatValue(value, measureOf(metric), en)).toBe(expected);
  });

  it.each<[MetricId, number, string]>([
    ['active-users', 89 / 300, '29.7%'],
    ['active-users', 899 / 3000, '29.9%'],
    ['active-users', 0.29996, '29.9%'],
    ['active-users', 0.30004, '30.0%'],
    ['page-load', 4.96, '4.9 s'],
    ['page-load', 5.04, '5.0 s'],
    ['stale-entities', 0.01999, '1.9%'],
    ['stale-entities', 0.02001, '2.0%'],
  ])('does not round %s %d across its target', (metric, value, expected) => {
    expect(formatValue(value, measureOf(metric), en)).toBe(expected);
  });

  it.each([
    [0.99996, '99.99%'],
    [0.999999, '99.99%'],
    [1, '100%'],
    [0.99899, '99.89%'],
    [0.29, '29%'],
  ])('never rounds an uptime of %d up', (value, expected) => {
    expect(formatValue(value, measureOf('uptime'), en)).toBe(expected);
  });

  it('writes as many decimals as the target has', () => {
    const measure = uptimeAgainst(0.99995);
    expect(formatValue(0.999956, measure, en)).toBe('99.995%');
    expect(formatValue(0.999949, measure, en)).toBe('99.994%');
  });

  it('does not write 100% for less than all', () => {
    expect(formatValue(0.9999, measureOf('active-users'), en)).toBe('99.9%');
  });

  it('takes separators and signs from the locale', () => {
    const write = (value: number, metric: MetricId) =>
      formatValue(value, measureOf(metric), 'de-DE');
    expect(write(28 / 300, 'active-users')).toBe('9,3\u00a0%');
    expect(write(6.84, 'page-load')).toBe('6,8 s');
  });
});

describe('formatShare', () => {
  it.each([
    [26 / 299, '8.7%'],
    [0.6199, '62.0%'],
    [0.998, '99.8%'],
    [0.9999, '99.9%'],
    [1, '100%'],
    [0.29, '29%'],
    [0.001, '0.1%'],
    [1e-7, '<0.1%'],
  ])('writes %d as %s', (share, expected) => {
    expect(formatShare(share, en)).toBe(expected);
  });

  it('is not rounded across a target that it is given', () => {
    const target: Target = { operator: '>=', value: 0.75 };
    expect(formatShare(0.74996, en)).toBe('75.0%');
    expect(formatShare(0.74996, en, target)).toBe('74.9%');
  });
});

describe('formatSeconds', () => {
  it.each([
    [11.24, '11.2 s'],
    [9.96, '10.0 s'],
    [0.424, '0.42 s'],
    [5, '5 s'],
    [1234.56, '1,234.6 s'],
  ])('writes %d as %s', (seconds, expected) => {
    expect(formatSeconds(seconds, en)).toBe(expected);
  });
});

describe('formatTargetValue', () => {
  it('writes targets exactly as they were set', () => {
    const write = (value: number, unit: Measure['unit'], locale = en) =>
      formatTargetValue({ operator: '>=', value }, unit, locale);
    expect(write(0.3, 'share')).toBe('30%');
    expect(write(0.999, 'share')).toBe('99.9%');
    expect(write(0.99995, 'share', 'de-DE')).toBe('99,995\u00a0%');
    expect(write(5, 'seconds')).toBe('5 s');
  });
});

describe('writeChange', () => {
  const changeOf = (metric: MetricId, change: number, previous = 0.5) =>
    writeChange({ change, previous }, measureOf(metric), en);

  it.each<[MetricId, number, string, string]>([
    ['active-users', 0.0067, 'up', '0.7'],
    ['stale-entities', -0.021, 'down', '2.1'],
    ['page-load', -0.9, 'down', '0.9'],
    ['uptime', -0.0003, 'down', '0.03'],
  ])('writes a change of %s by %d as %s %s', (metric, change, way, size) => {
    expect(changeOf(metric, change)).toEqual({ direction: way, size });
  });

  it('has no direction where a change is less than the smallest step', () => {
    expect(changeOf('active-users', 0.0001).direction).toBe('same');
    expect(changeOf('uptime', -0.00001).direction).toBe('same');
    expect(changeOf('page-load', 0).direction).toBe('none');
  });

  it('has none where a load time changed by less than can be measured', () => {
    expect(changeOf('page-load', 0.11, 12).direction).toBe('same');
    expect(changeOf('page-load', -0.13, 12).direction).toBe('down');
    expect(changeOf('page-load', 0.11, 6).direction).toBe('up');
  });
});
