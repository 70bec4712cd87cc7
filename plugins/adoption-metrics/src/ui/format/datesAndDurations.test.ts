import {
  addDays,
  dayOf,
  formatDay,
  formatInstant,
  formatMonth,
  formatShortDay,
  formatTime,
  startOfDay,
} from './dates';
import {
  formatDuration,
  formatExactDuration,
  formatPartOfDuration,
} from './durations';

describe('dates', () => {
  it.each([
    ['2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    // The days after the clocks change.
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-11-22', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z'],
    ['2026-11-22', 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z'],
    ['2026-11-22', 'Pacific/Pago_Pago', '2026-11-22T11:00:00.000Z'],
    // Midnight is skipped: the day begins at one o'clock.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z'],
  ])('finds where %s begins in %s', (day, timeZone, instant) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(instant);
  });

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

describe('formatExactDuration', () => {
  it.each([
    [0, '0 s'],
    [0.4, 'under 1 s'],
    [43, '43 s'],
    [59.7, '1 min'],
    [90, '1 min 30 s'],
    [2040, '34 min'],
    [3599.6, '1 h'],
    [3900, '1 h 5 min'],
    [2.125 * 86_400, '2 d 3 h'],
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(formatExactDuration(seconds)).toBe(text);
  });
});
