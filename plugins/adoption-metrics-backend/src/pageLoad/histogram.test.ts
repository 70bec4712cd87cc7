import fc from 'fast-check';
import {
  boundsOf,
  bucketOf,
  countOf,
  Histogram,
  mergeHistograms,
  percentileOf,
} from './histogram';
import { rankOf } from '../samples';

function histogramOf(loads: number[]): Histogram {
  const histogram: Histogram = new Map();
  for (const load of loads) {
    const bucket = bucketOf(load);
    histogram.set(bucket, (histogram.get(bucket) ?? 0) + 1);
  }
  return histogram;
}

// The nearest rank in whole numbers: the least rank with rank/n >= percent/100.
function exactPercentile(loads: number[], percent: number): number {
  const sorted = [...loads].sort((a, b) => a - b);
  let rank = 1;
  while (rank * 100 < percent * sorted.length) {
    rank++;
  }
  return sorted[rank - 1];
}

// In steps of a microsecond; most loads take far longer than the shortest.
const someLoad = fc
  .oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 6e7 }))
  .map(microseconds => microseconds / 1_000);

const someLoads = fc.array(someLoad, {
  minLength: 1,
  maxLength: 300,
});

describe('histogram', () => {
  it('has percentiles within 1% of the exact nearest rank', () => {
    const percents = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(someLoads, percents, (loads, percent) => {
        const exact = exactPercentile(loads, percent);
        const estimate = percentileOf(histogramOf(loads), percent / 100)!;
        expect(Math.abs(estimate - exact) / exact).toBeLessThan(0.01 + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  // Most are fast, a few very slow; two kinds of visitors; hardly any visitors.
  const shapes = {
    'heavy-tailed': fc.array(
      fc
        .double({ min: 1e-9, max: 1, noNaN: true })
        .map(uniform => Math.min(60_000, 200 / uniform ** (1 / 1.1))),
      { minLength: 30, maxLength: 400 },
    ),
    bimodal: fc.array(
      fc.oneof(
        fc.double({ min: 150, max: 250, noNaN: true }),
        fc.double({ min: 9_000, max: 11_000, noNaN: true }),
      ),
      { minLength: 2, maxLength: 300 },
    ),
    tiny: fc.array(fc.double({ min: 0.001, max: 60_000, noNaN: true }), {
      minLength: 1,
      maxLength: 3,
    }),
  };

  it.each(Object.entries(shapes))(
    'is within 1%% on %s samples too',
    (_name, someSamples) => {
      fc.assert(
        fc.property(someSamples, loads => {
          const histogram = histogramOf(loads);
          for (const percent of [1, 50, 75, 95, 99, 100]) {
            const exact = exactPercentile(loads, percent);
            const estimate = percentileOf(histogram, percent / 100)!;
            expect(Math.abs(estimate - exact) / exact).toBeLessThan(
              0.01 + 1e-9,
            );
          }
        }),
      );
    },
  );

  const sorted = (histogram: Histogram) =>
    [...histogram].sort(([a], [b]) => a - b);

  it('merges in any order and grouping to the histogram of all', () => {
    const loads = fc.array(someLoad, { maxLength: 100 });
    fc.assert(
      fc.property(loads, loads, loads, (...parts) => {
        const [a, b, c] = parts.map(histogramOf);
        const whole = sorted(histogramOf(parts.flat()));
        const left = mergeHistograms([mergeHistograms([a, b]), c]);
        const right = mergeHistograms([a, mergeHistograms([b, c])]);
        const turned = mergeHistograms([c, b, a]);
        expect([left, right, turned].map(sorted)).toEqual([
          whole,
          whole,
          whole,
        ]);
      }),
    );
  });

  it('does not change the histograms that it merges', () => {
    const [a, b] = [histogramOf([1, 2]), histogramOf([1])];
    mergeHistograms([a, b]);
    expect([countOf(a), countOf(b)]).toEqual([2, 1]);
  });

  it('holds each load within the bounds of its bucket', () => {
    fc.assert(
      fc.property(someLoad, load => {
        const { from, to } = boundsOf(bucketOf(load));
        const slack = 1 + 1e-9;
        expect(from).toBeLessThan(load * slack);
        expect(load).toBeLessThanOrEqual(to * slack);
        expect(to / from).toBeLessThan(1.01 + 1e-9);
      }),
    );
    expect(boundsOf(bucketOf(0))).toEqual({ from: 0, to: 0.001 });
  });

  it.each<[string, number[]]>([
    ['every load time', Array.from({ length: 60_000 }, (_, i) => i + 1)],
    ['loads below a millisecond', [0.001, 0.005, 0.1, 0.4, 0.999]],
  ])('represents %s within 1%%', (_, loads) => {
    for (const load of loads) {
      const value = percentileOf(histogramOf([load]), 0.5)!;
      expect(Math.abs(value - load) / load < 0.01 + 1e-9).toBe(true);
    }
  });

  it('keeps loads without measurable time as zero, in the first bucket', () => {
    expect(percentileOf(histogramOf([0, 0]), 0.75)).toBe(0);
    expect(bucketOf(0)).toBeLessThan(bucketOf(0.001));
  });

  it('moves with the loads, even by less than a bucket', () => {
    const before = Array.from({ length: 10_000 }, (_, i) => 2_000 + i);
    const after = before.map(load => load * 0.997);
    const [was, is] = [before, after].map(
      loads => percentileOf(histogramOf(loads), 0.75)!,
    );
    expect(is / was).toBeCloseTo(0.997, 3);
  });

  it('grows with the share', () => {
    const shares = Array.from({ length: 100 }, (_, i) => (i + 1) / 100);
    fc.assert(
      fc.property(someLoads, loads => {
        const all = shares.map(each => percentileOf(histogramOf(loads), each)!);
        expect([...all].sort((a, b) => a - b)).toEqual(all);
      }),
    );
  });

  it('has no percentile without loads', () => {
    expect(percentileOf(new Map(), 0.75)).toBeUndefined();
  });

  it.each([
    [4, 0.75, 3],
    [5, 0.75, 4],
    [100, 0.55, 55],
    [100, 0.07, 7],
    [1, 0.01, 1],
    [10, 1, 10],
  ])('of %d observations, %d has rank %d', (count, share, rank) => {
    expect(rankOf(count, share)).toBe(rank);
  });
});
