import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { day, headline, samplesUntil } from './__testUtils__/weeks';
import { overallVerdict } from './overall';
import { stillNeeded } from './sentences';
import { currentOf, stuckOf, suggestionOf } from './current';
import { weeklySamples } from './weeklySamples';

describe('people still needed', () => {
  it.each([
    [90, 300, 0],
    [89, 300, 1],
    [24, 300, 66],
    [12, 150, 33],
    [250, 500, 0],
    [3, 38, 9],
    [0, 47, 15],
  ])('%d of %d active: %d', (active, developers, needed) => {
    expect(stillNeeded({ active, developers }, 0.3)).toBe(needed);
  });
});

describe('currentOf', () => {
  it.each([
    [0.08, 'stalled'],
    [0.1, 'stalled'],
    [0.16, 'climbing'],
    [0.3, 'met'],
    [0.5, 'met'],
  ])('takes %d for %s', (share, band) => {
    const samples = samplesUntil('2026-07-12', [share]);
    const current = currentOf(samples, 0.3, 0.1);
    expect(current).toMatchObject({ band, developers: 300 });
  });

  it('knows nothing without a metric', () => {
    expect(currentOf([], 0.3, 0.1)).toMatchObject({ share: null, band: null });
  });
});

describe('stuckOf', () => {
  const closed = day('2026-07-14');
  const stuck = (weeks: number, share = 0.1) =>
    samplesUntil('2026-07-12', Array(weeks).fill(share));

  it('suggests a deadline after six weeks below 15%', () => {
    const found = stuckOf(stuck(6), closed, 0.15)!;
    expect(found).toEqual({ below: 0.15, weeks: 6 });
    expect(suggestionOf(found)).toMatch(
      /below 15% for 6 weeks\. Set a deadline/,
    );
  });

  it('follows the share that is published, or what replaces it', () => {
    expect(stuckOf(stuck(6, 0.16), closed, 0.2)).toMatchObject({
      below: 0.2,
    });
    expect(stuckOf(stuck(6), closed, 0.05)).toBeNull();
  });

  it('suggests nothing to a young portal, or to one that is growing', () => {
    expect(stuckOf(stuck(5), closed, 0.15)).toBeNull();
    expect(stuckOf(stuck(6, 0.16), closed, 0.15)).toBeNull();
    expect(stuckOf([], undefined, 0.15)).toBeNull();
  });

  it('suggests nothing if weeks are missing or long past', () => {
    expect(stuckOf(stuck(6), closed + 14, 0.15)).toBeNull();
    const gap = stuck(7).filter((_, index) => index !== 3);
    expect(stuckOf(gap, closed, 0.15)).toBeNull();
  });
});

describe('overallVerdict', () => {
  const metrics = (...statuses: Metric['status'][]) =>
    statuses.map((status, i) => ({ status, name: `Metric ${i}` } as Metric));

  it.each([
    [['met', 'met', 'met', 'met'], 'healthy', 4],
    [['missed', 'missed', 'missed', 'missed'], 'failing', 0],
    [['met', 'missed', 'missed', 'met'], 'mixed', 2],
    [['met', 'missed', 'undecided', 'met'], 'insufficient-data', 2],
    [['missed', 'missed', 'missed', 'undecided'], 'insufficient-data', 0],
    [
      ['undecided', 'undecided', 'undecided', 'undecided'],
      'insufficient-data',
      0,
    ],
    [['met', 'met', 'met', 'undecided'], 'insufficient-data', 3],
  ] as const)('of %j is %s', (statuses, state, met) => {
    expect(overallVerdict(metrics(...statuses))).toMatchObject({ state, met });
  });

  it('names what is missed, and never counts what is unknown as met', () => {
    const { sentence } = overallVerdict(metrics('met', 'missed', 'undecided'));
    expect(sentence).toBe(
      '1 of 3 targets met; missed: metric 1; not enough data overall: metric 2 is undecided.',
    );
    const { sentence: of } = overallVerdict(metrics('undecided', 'undecided'));
    expect(of).toBe(
      '0 of 2 targets met; not enough data overall: metric 0, metric 1 are undecided.',
    );
  });
});

describe('weeklySamples', () => {
  it('takes the Sundays with a value, and says of which days were not observed', () => {
    const samples = weeklySamples([
      headline('2026-06-28', 20, { coverage: 0.5 }),
      headline('2026-07-04', 30),
      headline('2026-07-05', 31),
      headline('2026-07-06', 32),
      headline('2026-07-12', 0, { value: undefined }),
      headline('2026-07-19', 40, { coverage: 27 / 28 }),
    ]);
    expect(samples.map(({ active, coverage }) => [active, coverage])).toEqual([
      [20, 0.5],
      [31, undefined],
      [40, undefined],
    ]);
    expect(samples[2].week - samples[1].week).toBe(2);
  });

  it('leaves out what was defined differently', () => {
    const samples = weeklySamples([
      headline('2026-07-05', 31),
      headline('2026-07-12', 32, { definitionVersion: 2 }),
      headline('2026-07-19', 33, { definitionVersion: 2 }),
    ]);
    expect(samples.map(({ active }) => active)).toEqual([32, 33]);
  });
});
