import fc from 'fast-check';
import { Settings } from 'luxon';
import {
  endOfPeriod,
  formatDay,
  parseDay,
  ReportingZone,
  startOfPeriod,
  writeDay,
} from './ReportingZone';
import { weekdayOf } from './week';

const HOUR = 3_600_000;

function day(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

function instant(text: string): number {
  return Date.parse(text);
}

// The calendar of the zone as the platform knows it, without luxon.
function localDate(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

describe('ReportingZone', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-06-01', 24],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['UTC', '2026-03-29', 24],
  ])('in %s, %s lasts %d hours', (name, date, hours) => {
    const zone = ReportingZone.create(name);
    const length = zone.startOf(day(date) + 1) - zone.startOf(day(date));
    expect(length / HOUR).toBe(hours);
  });

  it.each([
    ['Asia/Kolkata', '2026-01-01', '2025-12-31T18:30:00Z'],
    ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'],
    ['America/New_York', '2026-01-01', '2026-01-01T05:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00:00Z'],
  ])('in %s, %s starts at %s', (name, date, start) => {
    const zone = ReportingZone.create(name);
    expect(zone.startOf(day(date))).toBe(instant(start));
    expect(zone.dayOf(instant(start))).toBe(day(date));
    expect(zone.dayOf(instant(start) - 1)).toBe(day(date) - 1);
  });

  describe.each(['2026-01-15', '2026-07-15'])('asked on %s', today => {
    beforeEach(() => {
      Settings.now = () => instant(`${today}T12:00:00Z`);
    });
    afterEach(() => {
      Settings.now = () => Date.now();
    });

    it.each([
      ['America/Havana', '2018-11-04', '2018-11-04T04:00:00Z'],
      ['Atlantic/Azores', '2025-10-26', '2025-10-26T00:00:00Z'],
    ])(
      'in %s, %s starts at the first of two midnights',
      (name, date, start) => {
        const zone = ReportingZone.create(name);
        expect(zone.startOf(day(date))).toBe(instant(start));
      },
    );
  });

  it.each([
    'UTC',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'America/Havana',
    'Atlantic/Azores',
    'Asia/Kolkata',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
  ])('tiles time with days in %s', name => {
    const zone = ReportingZone.create(name);
    const days = fc.integer({ min: day('2005-01-01'), max: day('2035-01-01') });
    fc.assert(
      fc.property(days, date => {
        expect(zone.dayOf(zone.startOf(date))).toBe(date);
        expect(zone.dayOf(zone.startOf(date + 1) - 1)).toBe(date);
        expect(zone.startOf(date)).toBeLessThan(zone.startOf(date + 1));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['Europe/Berlin', 'America/Havana', 'Asia/Kathmandu'])(
    'agrees with the calendar of the platform in %s',
    name => {
      const zone = ReportingZone.create(name);
      const instants = fc.integer({
        min: instant('2005-01-01T00:00:00Z'),
        max: instant('2035-01-01T00:00:00Z'),
      });
      fc.assert(
        fc.property(instants, at => {
          expect(formatDay(zone.dayOf(at))).toBe(localDate(name, at));
        }),
      );
    },
  );

  it('gives a day that a zone left out no length', () => {
    const zone = ReportingZone.create('Pacific/Apia');
    const skipped = day('2011-12-30');
    expect(zone.startOf(skipped)).toBe(zone.startOf(skipped + 1));
    expect(zone.dayOf(zone.startOf(skipped) - 1)).toBe(skipped - 1);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => ReportingZone.create('Europe/Atlantis')).toThrow(
      "unknown time zone 'Europe/Atlantis', use an IANA name",
    );
  });
});

describe('days of the calendar', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), date => {
        expect(parseDay(formatDay(date))).toBe(date);
      }),
    );
    expect(formatDay(0)).toBe('1970-01-01');
    expect(formatDay(day('2024-02-29'))).toBe('2024-02-29');
    expect(writeDay(day('2024-02-29'))).toBe('29 Feb 2024');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '0000-01-01',
    '0026-11-30',
    'today',
    '',
  ])("does not take '%s' for a day", text => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('numbers weekdays from Monday', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekdayOf(day('2026-11-29'))).toBe(7);
  });

  it.each([
    ['2026-11-25', 'week', '2026-11-23', '2026-11-30'],
    ['2027-01-01', 'week', '2026-12-28', '2027-01-04'],
    ['2024-02-29', 'month', '2024-02-01', '2024-03-01'],
    ['2026-12-31', 'month', '2026-12-01', '2027-01-01'],
  ] as const)('puts %s into the %s from %s to %s', (date, unit, from, to) => {
    expect(formatDay(startOfPeriod(day(date), unit))).toBe(from);
    expect(formatDay(endOfPeriod(day(date), unit))).toBe(to);
  });
});
