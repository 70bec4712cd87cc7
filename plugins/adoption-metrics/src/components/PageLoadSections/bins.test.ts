import { distributionFor } from '../../__fixtures__';
import { binLabel, binsOf } from './bins';
import { coverageSentence } from './coverageSentence';
import { pageLoadCoverage } from '../../__fixtures__';

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

  it('leaves no gap between the bins, and none behind the slowest load', () => {
    const bins = binsOf(distribution);
    bins
      .slice(1)
      .forEach(({ from }, index) => expect(from).toBe(bins[index].to));
    expect(bins[0].from).toBe(0);
    expect(bins[bins.length - 1].loads).toBeGreaterThan(0);
  });

  it('has an edge at the target, whatever it is', () => {
    const bins = binsOf(withBuckets([[7, 7.1, 3]], 3.7));
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
      bins.find(bin => binLabel(bin) === label)?.loads;
    expect(loadsOf('4 to 5 s')).toBe(2);
    expect(loadsOf('5 to 6 s')).toBe(7);
  });

  it('has room for what is slower than all bins', () => {
    const bins = binsOf(withBuckets([[60, 61, 1]]));
    expect(binLabel(bins[bins.length - 1])).toBe('over 60 s');
  });
});

describe('coverageSentence', () => {
  const ofKinds = (navigations: number, measured: number) =>
    coverageSentence({
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
    });

  it('says what a good coverage means', () => {
    expect(ofKinds(1_000, 900)).toBe(
      'Of 1,000 navigations 900 were measured (90%): the load times speak for most of what people did.',
    );
  });

  it('warns of a low one', () => {
    expect(ofKinds(1_000, 300)).toMatch(/speak only for those/);
  });

  it('does not take unknown navigations for a coverage', () => {
    expect(ofKinds(0, 12)).toMatch(/is unknown/);
    expect(ofKinds(0, 12)).not.toMatch(/%/);
  });
});
