import { ConfigReader } from '@backstage/config';
import { formatDay } from '../time';
import { readLaunchDay, readProgramme } from './config';

function read(programme: object) {
  return readProgramme(
    new ConfigReader({ adoptionMetrics: { programme } } as never),
  );
}

describe('readLaunchDay', () => {
  const launchedOn = (text?: string) =>
    readLaunchDay(
      new ConfigReader({ adoptionMetrics: { launchedOn: text } } as never),
    );

  it('takes a day, or none', () => {
    expect(formatDay(launchedOn('2025-03-01')!)).toBe('2025-03-01');
    expect(launchedOn()).toBeUndefined();
    expect(() => launchedOn('spring')).toThrow(
      "adoptionMetrics.launchedOn is 'spring', use a day of the calendar",
    );
  });
});

describe('readProgramme', () => {
  it('has none by default', () => {
    expect(readProgramme(new ConfigReader({}))).toBeUndefined();
  });

  it('gives half a year to reach 30% (S8)', () => {
    const programme = read({ start: '2026-01-15' })!;
    expect(programme).toMatchObject({ goal: 0.3, hold: 2 });
    expect(formatDay(programme.deadline)).toBe('2026-07-15');
    expect(programme.deadline - programme.start).toBe(181);
  });

  it('ends half a year after the 31st on the last day of the month', () => {
    expect(formatDay(read({ start: '2026-08-31' })!.deadline)).toBe(
      '2027-02-28',
    );
  });

  it('takes a deadline instead', () => {
    const programme = read({ start: '2026-01-15', deadline: '2026-09-01' })!;
    expect(formatDay(programme.deadline)).toBe('2026-09-01');
  });

  it('sorts and joins holidays', () => {
    const holidays = [
      { from: '2026-12-24', to: '2027-01-04' },
      { from: '2026-05-01', to: '2026-05-02' },
      { from: '2026-12-21', to: '2026-12-25' },
    ];
    const programme = read({ start: '2026-01-15', holidays })!;
    expect(
      programme.holidays!.map(({ from, to }) => [
        formatDay(from),
        formatDay(to),
      ]),
    ).toEqual([
      ['2026-05-01', '2026-05-02'],
      ['2026-12-21', '2027-01-04'],
    ]);
    expect(read({ start: '2026-01-15' })!.holidays).toEqual([]);
  });

  it.each([
    [
      {
        start: '2026-01-15',
        holidays: Array(51).fill({ from: '2026-05-01', to: '2026-05-02' }),
      },
      'adoptionMetrics.programme.holidays has 51 entries, use 50 at most',
    ],
    [
      { start: '2026-01-15', holidays: [{ from: 'May', to: '2026-05-02' }] },
      "adoptionMetrics.programme.holidays[0].from is 'May'",
    ],
    [
      {
        start: '2026-01-15',
        holidays: [{ from: '2026-05-01', to: '2026-05-01' }],
      },
      "holidays[0].to is '2026-05-01', use the first day after the holidays",
    ],
    [{ start: '2026-02-30' }, 'adoptionMetrics.programme.start is'],
    [{ start: '2026-01-15', goal: 30 }, 'programme.goal is 30, use a share'],
    [{ start: '2026-01-15', hold: 0 }, 'programme.hold is 0, use a whole'],
    [{ start: '2026-01-15', length: '6 months' }, "such as 'P6M'"],
    [
      { start: '2026-01-15', deadline: '2026-01-15' },
      'use a day after the start',
    ],
    [
      { start: '2026-01-15', deadline: '2026-09-01', length: 'P1Y' },
      'are both set, use one',
    ],
  ])('refuses %j', (given, message) => {
    expect(() => read(given)).toThrow(message);
  });
});
