import { writeCount } from './counts';

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
