import { inEnglish, say } from 'backstage-plugin-adoption-metrics-common';
import { metricOf, readingOf, under, atLeast } from './__testUtils__/metrics';
import { describeReading } from './statement';
import { undecided } from '../samples/verdict';

const missed = { status: 'missed' } as const;

const written = (...given: Parameters<typeof describeReading>) =>
  inEnglish(describeReading(...given));

describe('describeReading', () => {
  it('never rounds up to a target that has to be reached', () => {
    const reading = { numerator: 2999, denominator: 10_000, verdict: missed };
    expect(
      written(metricOf({}), readingOf({ value: 0.2999, ...reading })),
    ).toBe(
      'Active users: 29.9% (2,999 of 10,000), below target (at least 30%).',
    );
  });

  it('keeps what misses and what meets a target on their sides of it', () => {
    const metric = metricOf({ id: 'stale-entities', target: under(0.02) });
    expect(
      written(metric, readingOf({ value: 0.02004, verdict: missed })),
    ).toBe('Stale catalog entities: 2.0%, above target (under 2%).');
    const met = { value: 0.0199, verdict: { status: 'met' } as const };
    expect(written(metric, readingOf(met))).toBe(
      'Stale catalog entities: 1.9%, on target (under 2%).',
    );
  });

  it('does not call a value above a target that it equals', () => {
    const metric = metricOf({ id: 'stale-entities', target: under(0.02) });
    expect(written(metric, readingOf({ value: 0.02, verdict: missed }))).toBe(
      'Stale catalog entities: 2%, not below target (under 2%).',
    );
  });

  it('gives the reason of a metric rather than a general one', () => {
    const reading = { verdict: undecided('misconfigured') };
    expect(written(metricOf({}), readingOf(reading))).toBe(
      'Active users: unknown (target: at least 30%). There are more active people than developers.',
    );
    expect(
      written(
        metricOf({}),
        readingOf({
          ...reading,
          problem: say('text', { text: 'Nobody counts as a developer' }),
        }),
      ),
    ).toMatch(/\(target: at least 30%\)\. Nobody counts as a developer\.$/);
  });

  it('rounds to the nearest away from the target', () => {
    const reading = readingOf({ value: 0.09364, verdict: missed });
    expect(written(metricOf({}), reading)).toBe(
      'Active users: 9.4%, below target (at least 30%).',
    );
  });

  it('keeps shares whole that floating point would split', () => {
    const metric = metricOf({ target: atLeast(0.29) });
    expect(
      written(metric, readingOf({ value: 0.29, verdict: { status: 'met' } })),
    ).toBe('Active users: 29%, on target (at least 29%).');
  });

  it.each([
    [0.9989999, 0.999, '99.89%', '99.9%'],
    [0.99996, 0.999, '99.99%', '99.9%'],
    [0.9999999996, 0.999, '99.99%', '99.9%'],
    [0.999, 0.999, '99.9%', '99.9%'],
    [1, 0.999, '100%', '99.9%'],
    [0.999951, 0.99995, '99.995%', '99.995%'],
  ])('never rounds an uptime of %p up', (value, target, text, goal) => {
    const metric = metricOf({ id: 'uptime', target: atLeast(target) });
    expect(written(metric, readingOf({ value, verdict: missed }))).toBe(
      `Uptime, 30 days: ${text}, below target (at least ${goal}).`,
    );
  });

  it('shows seconds', () => {
    const metric = metricOf({ unit: 'seconds', target: under(5) });
    expect(written(metric, readingOf({ value: 5.128, verdict: missed }))).toBe(
      'Active users: 5.1 s, above target (under 5 s).',
    );
  });

  it('says how far the window is and leaves out counts of the unknown', () => {
    const window = { days: 28, observedDays: 5, from: '', to: '' };
    const verdict = undecided('window-incomplete');
    const reading = { numerator: 3, denominator: 10, verdict, window };
    expect(written(metricOf({}), readingOf(reading))).toBe(
      'Active users: unknown (target: at least 30%). Not enough data yet: day 5 of 28.',
    );
    const first = { ...reading, window: { ...window, observedDays: 0 } };
    expect(written(metricOf({}), readingOf(first))).toMatch(/: day 1 of 28\.$/);
  });

  it('counts the days to a verdict where a part of the window suffices', () => {
    const window = { days: 30, observedDays: 2, from: '', to: '' };
    const reading = { verdict: undecided('window-incomplete'), window };
    expect(written(metricOf({ id: 'uptime' }), readingOf(reading))).toMatch(
      /: day 2 of 7\.$/,
    );
  });
});
