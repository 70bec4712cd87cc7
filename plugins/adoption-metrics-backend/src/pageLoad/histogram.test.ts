import fc from 'fast-check';
import {
  bucketOf,
  countOf,
  Histogram,
  percentileOf,
  rankOf,
  valueOf,
} from './histogram';

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

  it('merges by adding counts', () => {
    fc.assert(
      fc.property(someLoads, someLoads, (a, b) => {
        const merged = histogramOf(a);
        for (const [bucket, n] of histogramOf(b)) {
          merged.set(bucket, (merged.get(bucket) ?? 0) + n);
        }
        const whole = histogramOf([...a, ...b]);
        expect(countOf(merged)).toBe(a.length + b.length);
        expect(percentileOf(merged, 0.75)).toBe(percentileOf(whole, 0.75));
      }),
    );
  });

  it('represents every load time by its bucket within 1%', () => {
    for (let load = 1; load <= 60_000; load++) {
      const error = Math.abs(valueOf(bucketOf(load)) - load) / load;
      expect(error < 0.01 + 1e-9).toBe(true);
    }
  });

  it('tells loads below a millisecond apart', () => {
    for (const load of [0.001, 0.005, 0.1, 0.4, 0.999]) {
      const error = Math.abs(valueOf(bucketOf(load)) - load) / load;
      expect(error).toBeLessThan(0.01 + 1e-9);
    }
  });

  it('keeps what took no measurable time as zero, before all else', () => {
    expect(valueOf(bucketOf(0))).toBe(0);
    expect(bucketOf(0)).toBeLessThan(bucketOf(0.001));
  });

  it('knows no percentile of nothing', () => {
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
