import { compareTotals } from './compareTotals';

const recounted = { people: ['1 ada', '1 bob'], loads: { home: 3 } };

function compare(change: object, attacked = false) {
  return compareTotals({ ...recounted, ...change }, recounted, { attacked });
}

it('finds nothing where all is the same', () => {
  expect(compare({})).toEqual([]);
});

it('finds what is missing, doubled and too much', () => {
  expect(compare({ people: ['1 ada'] })).toHaveLength(1);
  expect(compare({ people: ['1 ada', '1 bob', '1 bob'] })).toHaveLength(1);
  expect(compare({ loads: { home: 4 } })).toEqual(['loads home: 4, not 3']);
  expect(compare({ loads: { home: 3, catalog: 1 } })).toHaveLength(1);
});

it('takes more, and not less, where others were counted, too', () => {
  expect(compare({ loads: { home: 4, catalog: 1 } }, true)).toEqual([]);
  expect(compare({ loads: { home: 2 } }, true)).toHaveLength(1);
  expect(compare({ people: ['1 ada'] }, true)).toHaveLength(1);
});
