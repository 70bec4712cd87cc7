import {
  formatDuration,
  formatExactDuration,
  formatPartOfDuration,
} from './durations';

const en = 'en-US';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [43.2, '43 s'],
    [59.7, '1 min'],
    [1140, '19 min'],
    [3599, '1 h'],
    [3900, '1 h 5 min'],
    [86_399, '1 d'],
    [183_600, '2 d 3 h'],
  ])('writes %d seconds as %s', (seconds, expected) => {
    expect(formatDuration(seconds, en)).toBe(expected);
  });
});

describe('formatPartOfDuration', () => {
  it('writes a part of a budget in the unit of the budget', () => {
    expect(formatPartOfDuration(1800, 2592, en)).toEqual({
      part: '30',
      whole: '43 min',
    });
    expect(formatPartOfDuration(3060, 2592, en)).toMatchObject({ part: '51' });
    expect(formatPartOfDuration(21_600, 26_000, en)).toEqual({
      part: '6',
      whole: '7 h',
    });
  });

  it('does not write a part as the whole', () => {
    expect(formatPartOfDuration(2586, 2592, en)).toEqual({
      part: '43.1',
      whole: '43.2 min',
    });
    expect(formatPartOfDuration(2592, 2592, en)).toEqual({
      part: '43',
      whole: '43 min',
    });
  });
});

describe('formatExactDuration', () => {
  it.each([
    [0, '0 s'],
    [0.4, '<1 s'],
    [43, '43 s'],
    [59.7, '1 min'],
    [90, '1 min 30 s'],
    [2040, '34 min'],
    [3599.6, '1 h'],
    [3900, '1 h 5 min'],
    [2.125 * 86_400, '2 d 3 h'],
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(formatExactDuration(seconds, en)).toBe(text);
  });
});
