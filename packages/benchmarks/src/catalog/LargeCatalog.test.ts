import { entityAt, faultOf, LargeCatalog } from './LargeCatalog';

const catalog: LargeCatalog = {
  entities: 20_000,
  groups: 200,
  changedOneIn: 100,
  pageMs: 0,
};
const indexes = Array.from({ length: catalog.entities }, (_, index) => index);

function stale(revision: number): number[] {
  return indexes.filter(index => faultOf(index, revision, catalog));
}

describe('LargeCatalog', () => {
  it('has one in ten stale, and after a change about as many', () => {
    for (const revision of [0, 1]) {
      const share = stale(revision).length / catalog.entities;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it('changes one in a hundred at most', () => {
    const before = new Set(stale(0));
    const after = new Set(stale(1));
    const changed = indexes.filter(
      each => before.has(each) !== after.has(each),
    );
    expect(changed.length).toBeGreaterThan(10);
    expect(changed.every(index => index % 100 === 0)).toBe(true);
  });

  it('has its uids in the order of its pages', () => {
    const uids = [0, 1, 9, 10, 15, 16, 255, 256, 999_999].map(
      index => entityAt(index, 0, catalog).metadata.uid,
    );
    expect([...uids].sort()).toEqual(uids);
  });
});
