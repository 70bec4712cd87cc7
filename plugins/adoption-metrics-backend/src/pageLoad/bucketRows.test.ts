import fc from 'fast-check';
import { addBuckets, placeOf } from './bucketRows';
import { Histogram } from './histogram';

describe('rows of two buckets', () => {
  it('hold what they were given', () => {
    const buckets = fc.dictionary(
      fc.integer({ min: -700, max: 1_200 }).map(String),
      fc.integer({ min: 1, max: 1_000 }),
    );
    fc.assert(
      fc.property(buckets, given => {
        const rows = Object.entries(given).map(([bucket, n]) => {
          const { column, ...place } = placeOf(Number(bucket));
          return { ...place, n_lower: 0, n_upper: 0, [column]: n };
        });
        const histogram: Histogram = new Map();
        rows.forEach(row => addBuckets(histogram, row));
        expect(Object.fromEntries(histogram)).toEqual(given);
      }),
    );
  });

  it('hold neighbors', () => {
    expect([-1, 0, 1, 2, 3].map(placeOf)).toEqual([
      { bucket: -0, column: 'n_lower' },
      { bucket: 0, column: 'n_upper' },
      { bucket: 1, column: 'n_lower' },
      { bucket: 1, column: 'n_upper' },
      { bucket: 2, column: 'n_lower' },
    ]);
  });
});
