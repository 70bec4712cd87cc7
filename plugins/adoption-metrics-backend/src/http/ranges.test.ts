import { formatDay, parseDay, ReportingZone } from '../time';
import { assertSize, daysOf, momentsOf } from './ranges';

const zone = ReportingZone.create('Europe/Berlin');
const today = parseDay('2026-11-23')!;
const now = Date.UTC(2026, 10, 23, 12);

describe('daysOf', () => {
  it.each([
    [{}, '2026-10-26', '2026-11-23'],
    [{ to: '2026-03-01' }, '2026-02-01', '2026-03-01'],
    [{ from: '2026-11-01' }, '2026-11-01', '2026-11-23'],
  ])('reads %j', (given, from, to) => {
    const days = daysOf(given, { to: today, length: 28 });
    expect([formatDay(days.from), formatDay(days.to)]).toEqual([from, to]);
  });

  it.each([
    [
      { from: '2026-11-23' },
      /^'from' is '2026-11-23'; expected ranges whose 'from' lies before 'to'/,
    ],
    [
      { from: '2000-01-01' },
      /^'from' is '2000-01-01'; expected ranges of up to 3660 days/,
    ],
  ])('refuses %j', (given, message) => {
    expect(() => daysOf(given, { to: today, length: 28 })).toThrow(message);
  });
});

describe('assertSize', () => {
  const year = { length: 365, unit: 'days', series: 'counters' };

  it('lets through as much as is accepted', () => {
    expect(() => assertSize({ ...year, rows: 9 }, 9)).not.toThrow();
    const empty = { ...year, length: 0, rows: 0 };
    expect(() => assertSize(empty, 9)).not.toThrow();
  });

  it('names the parameters, what they ask for, and what is accepted', () => {
    expect(() => assertSize({ ...year, rows: 198_195 }, 50_000)).toThrow(
      "'from' and 'to' are 365 days apart, with about 543 counters each, 198,195 in all; expected up to 50,000, here about 92 days",
    );
  });
});

describe('momentsOf', () => {
  it.each([
    [{}, '2026-10-24T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
    [
      { from: '2026-11-01', to: '2026-11-02' },
      '2026-10-31T23:00:00.000Z',
      '2026-11-01T23:00:00.000Z',
    ],
    [
      { from: '2026-11-23T11:00:00Z' },
      '2026-11-23T11:00:00.000Z',
      '2026-11-23T12:00:00.000Z',
    ],
  ])('reads %j', (given, from, to) => {
    const range = momentsOf(given, { to: now, days: 30, zone });
    expect(new Date(range.from).toISOString()).toBe(from);
    expect(new Date(range.to).toISOString()).toBe(to);
  });

  it('refuses an end before the beginning', () => {
    expect(() =>
      momentsOf(
        { to: '2010-01-01', from: '2026-01-01' },
        { to: now, days: 1, zone },
      ),
    ).toThrow(/^'from' is '2026-01-01'/);
  });
});
