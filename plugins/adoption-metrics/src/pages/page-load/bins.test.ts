import { english } from '../../__testUtils__/english';
import {
  distributionFor,
  hoursFor,
  pageLoadCoverage,
} from '../../__fixtures__';
import { binLabel, binsOf } from './bins';
import { coverageSentence } from './coverageSentence';
import { histogramRows } from './histogramRows';
import { hoursOf } from './lastHours';

const distribution = distributionFor('initial');

function withBuckets(buckets: Array<[number, number, number]>, target = 5) {
  return {
    ...distribution,
    targetSeconds: target,
    buckets: buckets.map(([from, to, loads]) => ({ from, to, loads })),
  };
}

describe('binsOf', () => {
  it('loses no load', () => {
    const all = distribution.buckets.reduce((sum, { loads }) => sum + loads, 0);
    const binned = binsOf(distribution).reduce(
      (sum, { loads }) => sum + loads,
      0,
    );
    expect(binned).toBe(all);
  });

  it('leaves no gap between the bins, and none beyond the fastest and the slowest load', () => {
    const bins = binsOf(distribution);
    bins
      .slice(1)
      .forEach(({ from }, index) => expect(from).toBe(bins[index].to));
    expect(bins[0].loads).toBeGreaterThan(0);
    expect(bins[bins.length - 1].loads).toBeGreaterThan(0);
  });

  it('has an edge at the target, whatever it is', () => {
    const bins = binsOf(
      withBuckets(
        [
          [1, 1.02, 1],
          [7, 7.1, 3],
        ],
        3.7,
      ),
    );
    expect(bins.some(({ to }) => to === 3.7)).toBe(true);
    expect(bins.some(({ from }) => from === 3.7)).toBe(true);
  });

  it('puts a bucket where its middle lies', () => {
    const bins = binsOf(
      withBuckets([
        [4.93, 5.03, 2],
        [4.98, 5.08, 7],
      ]),
    );
    const loadsOf = (label: string) =>
      bins.find(bin => binLabel(bin, english) === label)?.loads;
    expect(loadsOf('4 to 5 s')).toBe(2);
    expect(loadsOf('5 to 6 s')).toBe(7);
  });

  it('has room for what is slower than all bins', () => {
    const bins = binsOf(withBuckets([[60, 61, 1]]));
    expect(binLabel(bins[bins.length - 1], english)).toBe('over 60 s');
  });
});

describe('histogramRows', () => {
  it('parts what is within the target from what is too slow', () => {
    const bins = binsOf(
      withBuckets([
        [4.5, 4.6, 3],
        [5.5, 5.6, 1],
      ]),
    );
    expect(histogramRows(bins, 5, english)).toMatchObject([
      {
        label: '4 to 5 s',
        values: { within: 3 },
        details: ['3 page loads, 75%'],
      },
      {
        label: '5 to 6 s',
        values: { beyond: 1 },
        details: ['1 page load, 25%'],
      },
    ]);
  });
});

describe('hoursOf', () => {
  const report = hoursFor('initial');
  const at = (from: string) => ({
    ...report.hours[0],
    from,
    to: from.replace(':00:00', ':59:59'),
    loads: 7,
  });

  it('reaches back a week from the newest hour, whatever the server holds', () => {
    const hours = hoursOf({
      ...report,
      hours: [at('2026-03-01T10:00:00.000Z'), at('2026-11-23T07:00:00.000Z')],
    });
    expect(hours).toHaveLength(168);
    expect(hours[0].from).toBe('2026-11-16T08:00:00.000Z');
    expect(hours[167].from).toBe('2026-11-23T07:00:00.000Z');
  });

  it('is every hour of a day, however long that is', () => {
    const autumn = { ...report, hours: [at('2026-10-25T07:00:00.000Z')] };
    const hours = hoursOf(autumn, '2026-10-25');
    expect(hours).toHaveLength(25);
    expect(hours[0].from).toBe('2026-10-24T22:00:00.000Z');
    expect(hours.filter(({ times }) => times)).toHaveLength(1);
  });

  it('keeps a place for hours of which the server says nothing', () => {
    const hours = hoursOf({
      ...report,
      hours: [at('2026-11-23T04:30:00.000Z'), at('2026-11-23T06:30:00.000Z')],
    });
    expect(hours.slice(-3).map(({ times }) => times?.loads)).toEqual([
      7,
      undefined,
      7,
    ]);
  });
});

describe('coverageSentence', () => {
  const ofKinds = (navigations: number, measured: number) =>
    coverageSentence(
      {
        ...pageLoadCoverage,
        kinds: [
          {
            kind: 'initial',
            navigations,
            measured,
            coverage: null,
            discards: [],
          },
        ],
      },
      english,
    );

  it('says what a good coverage means', () => {
    expect(ofKinds(1_000, 900)).toBe(
      '900 of 1,000 navigations were measured (90%): the load times are representative.',
    );
  });

  it('warns of a low one', () => {
    expect(ofKinds(1_000, 300)).toMatch(
      /the other page loads may have been faster or slower/,
    );
  });

  it('does not take unknown navigations for a coverage', () => {
    expect(ofKinds(0, 12)).toMatch(/is unknown/);
    expect(ofKinds(0, 12)).not.toMatch(/%/);
  });
});
