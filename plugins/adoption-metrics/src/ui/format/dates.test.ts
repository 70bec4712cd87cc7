import { english } from '../../__testUtils__/english';
import { createFormat } from './createFormat';
import { addDays, dayOf, startOfDay } from './days';
import { localeOf } from './useScorecardLanguage';

const { t, format } = english;
const plain = (text: string) => text.replace(/\s/g, ' ');

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
    expect(format.day('2026-11-22')).toBe('Sun, Nov 22, 2026');
    expect(format.shortDay('2026-09-01')).toBe('Sep 1');
    expect(format.month('2026-09-01')).toBe('Sep 2026');
  });

  it('writes instants as the clocks of the reporting zone', () => {
    const instant = '2026-11-22T23:30:00.000Z';
    expect(plain(format.instant(instant, 'Europe/Berlin'))).toBe(
      'Nov 23, 2026, 12:30 AM',
    );
    expect(plain(format.time(instant, 'UTC'))).toBe('11:30 PM');
    expect(dayOf(instant, 'Europe/Berlin')).toBe('2026-11-23');
    expect(dayOf(instant, 'America/New_York')).toBe('2026-11-22');
  });

  it('counts calendar days, also across a change of clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-11-23', -365)).toBe('2025-11-23');
  });
});

describe('another locale', () => {
  const german = createFormat('de-DE', t);

  it('has its own dates, times and numbers', () => {
    expect(german.date('2026-11-22')).toBe('22.11.2026');
    expect(german.time('2026-11-22T23:30:00.000Z', 'UTC')).toBe('23:30');
    expect(german.count(4212)).toBe('4.212');
    expect(plain(german.share(26 / 299))).toBe('8,7 %');
  });

  it('names a period by its first and last day', () => {
    expect(plain(format.period('2026-10-26', '2026-11-23'))).toBe(
      'Oct 26 \u2013 Nov 22, 2026',
    );
  });
});

describe('localeOf', () => {
  it('takes the region of the browser for the language of the app', () => {
    expect(localeOf('en', ['de-AT', 'en-GB'])).toBe('en-GB');
    expect(localeOf('de', ['de-AT', 'en-GB'])).toBe('de-AT');
    expect(localeOf('de', ['en-US'])).toBe('de');
  });
});
