import { shownOptOuts, writeCount } from './counts';

describe('writeCount', () => {
  it.each([
    [0, '0 people'],
    [1, '1 person'],
    [1.8, '1.8 people'],
    [4212, '4,212 people'],
  ])('writes %d', (count, expected) => {
    expect(writeCount(count, 'person', 'people')).toBe(expected);
  });
});

describe('people who opted out', () => {
  it.each([
    [undefined, null],
    [0, null],
    [1, null],
    [4, null],
    [5, 5],
    [1204, 1204],
  ])('are told of %p as %p', (people, shown) => {
    expect(shownOptOuts(people)).toBe(shown);
  });
});
