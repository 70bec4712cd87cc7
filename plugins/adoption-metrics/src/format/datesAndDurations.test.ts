import {
  addDays,
  dayOf,
  formatDay,
  formatInstant,
  formatMonth,
  formatShortDay,
  formatTime,
} from './dates';
import { formatDuration, formatPartOfDuration } from './durations';

describe('dates', () => {
  it('writes calendar days without a time zone', () => {
    expect(formatDay('2026-11-22')).toBe('Sun 22 Nov 2026');
    expect(formatShortDay('2026-09-01')).toBe('1 Sep');
    expect(formatMonth('2026-09-01')).toBe('Sep 2026');
  });

  it('writes instants as the clocks of the reporting zone', () => {
    const instant = '2026-11-22T23:30:00.000Z';
    expect(formatInstant(instant, 'Europe/Berlin')).toBe('23 Nov 2026, 00:30');
    expect(formatTime(instant, 'UTC')).toBe('23:30');
    expect(dayOf(instant, 'Europe/Berlin')).toBe('2026-11-23');
    expect(dayOf(instant, 'America/New_York')).toBe('2026-11-22');
  });

  it('counts calendar days, also across a change of clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-11-23', -365)).toBe('2025-11-23');
  });
});

describe('durations', () => {
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
    expect(formatDuration(seconds)).toBe(expected);
  });

  it('writes a part of a budget in the unit of the budget', () => {
    expect(formatPartOfDuration(1800, 2592)).toBe('30 of 43 min');
    expect(formatPartOfDuration(3060, 2592)).toBe('51 of 43 min');
    expect(formatPartOfDuration(21_600, 26_000)).toBe('6 of 7 h');
  });

  it('does not write a part as the whole', () => {
    expect(formatPartOfDuration(2586, 2592)).toBe('43.1 of 43.2 min');
    expect(formatPartOfDuration(2592, 2592)).toBe('43 of 43 min');
  });
});
