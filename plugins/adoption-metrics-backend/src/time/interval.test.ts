import fc from 'fast-check';
import {
  gapsWithin,
  intersect,
  Interval,
  lengthOf,
  lengthOfOverlap,
  overlap,
  trailingDays,
  union,
  without,
} from './interval';

const RANGE = 40;

const anyInterval = fc.record({
  from: fc.integer({ min: 0, max: RANGE }),
  to: fc.integer({ min: 0, max: RANGE }),
});
const properInterval = anyInterval.filter(({ from, to }) => from < to);

// The moments that intervals cover, one by one.
function momentsOf(intervals: Interval[]): number[] {
  const moments: number[] = [];
  for (let moment = 0; moment < RANGE; moment++) {
    if (intervals.some(({ from, to }) => from <= moment && moment < to)) {
      moments.push(moment);
    }
  }
  return moments;
}

function expectSortedAndApart(intervals: Interval[]) {
  let previous = -1;
  for (const { from, to } of intervals) {
    expect(from).toBeGreaterThan(previous);
    expect(to).toBeGreaterThan(from);
    previous = to;
  }
}

describe('intervals', () => {
  it('unites into sorted, disjoint intervals of the same moments', () => {
    fc.assert(
      fc.property(fc.array(anyInterval), intervals => {
        const united = union(intervals);
        expect(momentsOf(united)).toEqual(momentsOf(intervals));
        expect(lengthOf(united)).toBe(momentsOf(intervals).length);
        expectSortedAndApart(united);
      }),
    );
  });

  it('leaves the intervals it unites as they were', () => {
    const intervals = [
      { from: 5, to: 9 },
      { from: 1, to: 6 },
    ];
    union(intervals);
    expect(intervals).toEqual([
      { from: 5, to: 9 },
      { from: 1, to: 6 },
    ]);
  });

  it('intersects to the moments in both', () => {
    fc.assert(
      fc.property(properInterval, properInterval, (a, b) => {
        const both = momentsOf([a]).filter(moment =>
          momentsOf([b]).includes(moment),
        );
        const common = intersect(a, b);
        expect(common ? momentsOf([common]) : []).toEqual(both);
      }),
    );
  });

  it('has no intersection where intervals only touch', () => {
    expect(intersect({ from: 0, to: 5 }, { from: 5, to: 9 })).toBeUndefined();
  });

  it('finds the gaps that nothing covers', () => {
    fc.assert(
      fc.property(properInterval, fc.array(anyInterval), (whole, covered) => {
        const gaps = gapsWithin(whole, covered);
        const expected = momentsOf([whole]).filter(
          moment => !momentsOf(covered).includes(moment),
        );
        expect(momentsOf(gaps)).toEqual(expected);
        expect(lengthOf(gaps)).toBe(expected.length);
        expectSortedAndApart(gaps);
      }),
    );
  });

  it('overlaps two lists in the moments of both', () => {
    fc.assert(
      fc.property(fc.array(anyInterval), fc.array(anyInterval), (a, b) => {
        const both = overlap(union(a), union(b));
        const others = momentsOf(b);
        expect(momentsOf(both)).toEqual(
          momentsOf(a).filter(moment => others.includes(moment)),
        );
        expect(lengthOf(both)).toBe(momentsOf(both).length);
        expect(lengthOfOverlap(union(a), union(b))).toBe(lengthOf(both));
      }),
    );
  });

  it('takes one list out of another', () => {
    fc.assert(
      fc.property(fc.array(anyInterval), fc.array(anyInterval), (a, b) => {
        const rest = without(union(a), b);
        const others = momentsOf(b);
        expect(momentsOf(rest)).toEqual(
          momentsOf(a).filter(moment => !others.includes(moment)),
        );
        expectSortedAndApart(rest);
      }),
    );
  });

  it('counts trailing days back from the last', () => {
    expect(trailingDays(100, 7)).toEqual({ from: 94, to: 101 });
    expect(trailingDays(100, 1)).toEqual({ from: 100, to: 101 });
  });
});
