import { shownOptOuts, writeCount, writeOptOuts } from './counts';

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
    [undefined, 'at most 4 people'],
    [0, 'at most 4 people'],
    [1, 'at most 4 people'],
    [4, 'at most 4 people'],
    [5, '5 people'],
    [1204, '1,204 people'],
  ])('are written as such for %p', (people, expected) => {
    expect(writeOptOuts(shownOptOuts(people))).toBe(expected);
  });
});
