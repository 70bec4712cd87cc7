import fc from 'fast-check';
import { bucketOf, Histogram, mergeHistograms } from './histogram';
import { loadTimesOf, mergeLoads, PageLoads, secondsAt } from './PageLoads';

/** Loads in ms, counted against a target of 5 s. */
function loadsOf(loads: number[], targetMs = 5_000): PageLoads {
  const histogram: Histogram = mergeHistograms(
    loads.map(load => new Map([[bucketOf(load), 1]])),
  );
  const withinTarget = loads.filter(load => load < targetMs).length;
  return { loads: loads.length, withinTarget, histogram };
}

const someLoads = fc.array(
  fc
    .oneof(
      fc.integer({ min: 4_900_000, max: 5_100_000 }),
      fc.integer({ min: 1_000, max: 6e7 }),
    )
    .map(microseconds => microseconds / 1_000),
  { minLength: 1, maxLength: 100 },
);

describe('secondsAt', () => {
  it('is within 1%, and on the same side of the target as the exact count', () => {
    fc.assert(
      fc.property(someLoads, loads => {
        const sorted = [...loads].sort((a, b) => a - b);
        const exact = sorted[Math.ceil((loads.length * 3) / 4) - 1];
        const estimate = secondsAt(loadsOf(loads), 0.75, 5_000)! * 1_000;
        expect(Math.abs(estimate - exact) / exact).toBeLessThan(0.0101);
        expect(estimate < 5_000).toBe(exact < 5_000);
      }),
    );
  });

  it('takes the estimate if the target has changed, and is unknown without loads', () => {
    const loads = loadsOf([5_000]);
    const uncounted = { ...loads, withinTarget: undefined };
    expect(secondsAt(uncounted, 0.75, 5_000)).toBeLessThan(5);
    expect(secondsAt(loads, 0.75, 5_000)).toBe(5);
    expect(secondsAt(loadsOf([]), 0.75, 5_000)).toBeUndefined();
  });
});

describe('loadTimesOf', () => {
  it('has the exact share of the loads below the target', () => {
    fc.assert(
      fc.property(someLoads, loads => {
        const times = loadTimesOf(loadsOf(loads), 5_000);
        const within = loads.filter(load => load < 5_000).length;
        expect(times).toMatchObject({
          loads: loads.length,
          withinTarget: within,
          shareWithinTarget: within / loads.length,
        });
      }),
    );
  });

  it('has neither times nor a share without loads', () => {
    expect(loadTimesOf(loadsOf([]), 5_000)).toEqual({
      loads: 0,
      withinTarget: 0,
      shareWithinTarget: null,
      p50: null,
      p75: null,
      p95: null,
      p99: null,
    });
  });
});

describe('mergeLoads', () => {
  it('equals all loads together', () => {
    fc.assert(
      fc.property(someLoads, someLoads, (a, b) => {
        const merged = mergeLoads([loadsOf(a), loadsOf(b)]);
        expect(loadTimesOf(merged, 5_000)).toEqual(
          loadTimesOf(loadsOf([...a, ...b]), 5_000),
        );
      }),
    );
  });

  it('knows the share only if it is known for every part', () => {
    const unknown = { ...loadsOf([1]), withinTarget: undefined };
    expect(mergeLoads([loadsOf([1]), unknown])).toMatchObject({
      loads: 2,
      withinTarget: undefined,
    });
  });
});
