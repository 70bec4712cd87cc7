import { metricOf, readingOf, under, atLeast } from './__testUtils__/metrics';
import { describeReading } from './statement';
import { undecided } from '../samples/verdict';

const missed = { status: 'missed' } as const;

describe('describeReading', () => {
  it('never rounds up to a target that has to be reached', () => {
    const reading = { numerator: 2999, denominator: 10_000, verdict: missed };
    expect(
      describeReading(metricOf({}), readingOf({ value: 0.2999, ...reading })),
    ).toBe('Metric: 29.9% (2999 of 10000); target at least 30%: missed.');
  });

  it('keeps what misses and what meets a target on their sides of it', () => {
    const metric = metricOf({ id: 'stale-entities', target: under(0.02) });
    expect(
      describeReading(metric, readingOf({ value: 0.02004, verdict: missed })),
    ).toBe('Metric: 2.0%; target under 2%: missed.');
    const met = { value: 0.0199, verdict: { status: 'met' } as const };
    expect(describeReading(metric, readingOf(met))).toBe(
      'Metric: 1.9%; target under 2%: met.',
    );
  });

  it('rounds to the nearest away from the target', () => {
    const reading = readingOf({ value: 0.09364, verdict: missed });
    expect(describeReading(metricOf({}), reading)).toBe(
      'Metric: 9.4%; target at least 30%: missed.',
    );
  });

  it('keeps shares whole that floating point would split', () => {
    const metric = metricOf({ target: atLeast(0.29) });
    expect(
      describeReading(
        metric,
        readingOf({ value: 0.29, verdict: { status: 'met' } }),
      ),
    ).toBe('Metric: 29%; target at least 29%: met.');
  });

  it.each([
    [0.9989999, 0.999, '99.89%; target at least 99.9%'],
    [0.99996, 0.999, '99.99%; target at least 99.9%'],
    [0.9999999996, 0.999, '99.99%; target at least 99.9%'],
    [0.999, 0.999, '99.9%; target at least 99.9%'],
    [1, 0.999, '100%; target at least 99.9%'],
    [0.999951, 0.99995, '99.995%; target at least 99.995%'],
  ])('never rounds an uptime of %p up', (value, target, text) => {
    const metric = metricOf({ id: 'uptime', target: atLeast(target) });
    expect(describeReading(metric, readingOf({ value, verdict: missed }))).toBe(
      `Metric: ${text}: missed.`,
    );
  });

  it('shows seconds', () => {
    const metric = metricOf({ unit: 'seconds', target: under(5) });
    expect(
      describeReading(metric, readingOf({ value: 5.128, verdict: missed })),
    ).toBe('Metric: 5.1 s; target under 5 s: missed.');
  });

  it('says how far the window is and leaves out counts of the unknown', () => {
    const window = { days: 28, observedDays: 5, from: '', to: '' };
    const verdict = undecided('window-incomplete');
    const reading = { numerator: 3, denominator: 10, verdict, window };
    expect(describeReading(metricOf({}), readingOf(reading))).toBe(
      'Metric: unknown; target at least 30%: undecided, the window is not complete yet, day 5 of 28.',
    );
    const first = { ...reading, window: { ...window, observedDays: 0 } };
    expect(describeReading(metricOf({}), readingOf(first))).toMatch(
      /, day 1 of 28\.$/,
    );
  });
});
