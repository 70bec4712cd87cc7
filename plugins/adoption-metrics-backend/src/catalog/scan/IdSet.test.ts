import fc from 'fast-check';
import { IdSet } from './IdSet';

const ids = fc.array(fc.nat(100_000));

describe('IdSet', () => {
  it('contains what was added, and nothing else', () => {
    fc.assert(
      fc.property(ids, fc.nat(100_000), (added, other) => {
        const set = IdSet.of(added);
        expect(added.every(id => set.has(id))).toBe(true);
        expect(set.has(other)).toBe(added.includes(other));
      }),
    );
  });

  it('survives serialization', () => {
    fc.assert(
      fc.property(ids, added => {
        const set = IdSet.fromText(IdSet.of(added).toText());
        expect(added.every(id => set.has(id))).toBe(true);
        expect(set.has(100_001)).toBe(false);
      }),
    );
  });
});
