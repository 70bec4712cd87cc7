import fc from 'fast-check';
import { addPeriod } from './period';
import {
  endOfPeriod,
  formatDay,
  parseDay,
  startOfPeriod,
} from './ReportingZone';
import { lastDayOfWeek, lastWeekEndingBy, weekOf, weekdayOf } from './week';

const day = (text: string) => parseDay(text)!;

describe('weeks', () => {
  it('run from Monday to Sunday and are numbered one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 40_000 }), any => {
        const sunday = lastDayOfWeek(weekOf(any));
        expect(weekdayOf(sunday)).toBe(7);
        expect(startOfPeriod(any, 'week')).toBe(sunday - 6);
        expect(weekOf(sunday + 1)).toBe(weekOf(any) + 1);
      }),
    );
  });

  it('are over with their Sunday', () => {
    expect(formatDay(lastWeekEndingBy(day('2026-11-22')))).toBe('2026-11-22');
    expect(formatDay(lastWeekEndingBy(day('2026-11-28')))).toBe('2026-11-22');
  });
});

describe('four weeks', () => {
  it('are whole weeks, one after the other, and share no day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 40_000 }), any => {
        const start = startOfPeriod(any, 'four-weeks');
        const end = endOfPeriod(any, 'four-weeks');
        expect([start, end - start]).toEqual([
          startOfPeriod(start, 'week'),
          28,
        ]);
        expect(start <= any && any < end).toBe(true);
        expect(startOfPeriod(end, 'four-weeks')).toBe(end);
        expect(weekOf(end) - weekOf(start)).toBe(4);
      }),
    );
  });

  it('do not depend on the day on which someone looks', () => {
    expect(formatDay(startOfPeriod(day('2026-11-29'), 'four-weeks'))).toBe(
      '2026-11-16',
    );
  });
});

describe('addPeriod', () => {
  it.each([
    ['2026-01-15', 'P6M', '2026-07-15'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2027-08-31', 'P6M', '2028-02-29'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-01', 'P12W', '2026-03-26'],
  ])('after %s, %s ends on %s', (start, period, end) => {
    expect(formatDay(addPeriod(day(start), period)!)).toBe(end);
  });

  it('counts 181 days from 15 January to 15 July 2026', () => {
    const start = day('2026-01-15');
    expect(addPeriod(start, 'P6M')! - start).toBe(181);
  });

  it.each(['6 months', 'P', 'PT5H', 'P1DT1H', 'P0D', '-P1M', 'P-1M'])(
    'knows no period %p',
    period => {
      expect(addPeriod(0, period)).toBeUndefined();
    },
  );
});
