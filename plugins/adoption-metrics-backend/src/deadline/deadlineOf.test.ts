import { ConfigReader } from '@backstage/config';
import { formatDay } from '../time';
import { readKey } from '../configuration';
import { deadlineConfig } from './config';

function read(deadline?: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { deadline } } as never),
    'adoptionMetrics.deadline',
    deadlineConfig,
  );
}

describe('deadlineConfig', () => {
  it('has none by default', () => {
    expect(read()).toBeUndefined();
  });

  it('gives half a year to reach 30%', () => {
    const deadline = read({ start: '2026-01-15' })!;
    expect(deadline).toMatchObject({ goal: 0.3, hold: 2 });
    expect(formatDay(deadline.date)).toBe('2026-07-15');
    expect(deadline.date - deadline.start).toBe(181);
  });

  it('ends half a year after the 31st on the last day of the month', () => {
    expect(formatDay(read({ start: '2026-08-31' })!.date)).toBe('2027-02-28');
  });

  it('takes a date instead', () => {
    const deadline = read({ start: '2026-01-15', date: '2026-09-01' })!;
    expect(formatDay(deadline.date)).toBe('2026-09-01');
  });

  it('sorts and joins holidays', () => {
    const holidays = [
      { from: '2026-12-24', to: '2027-01-04' },
      { from: '2026-05-01', to: '2026-05-02' },
      { from: '2026-12-21', to: '2026-12-25' },
    ];
    const deadline = read({ start: '2026-01-15', holidays })!;
    expect(
      deadline.holidays!.map(({ from, to }) => [
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
      /adoptionMetrics\.deadline\.holidays is .*; expected lists of up to 50 entries/,
    ],
    [
      { start: '2026-01-15', holidays: [{ from: 'May', to: '2026-05-02' }] },
      "adoptionMetrics.deadline.holidays[0].from is 'May'",
    ],
    [
      {
        start: '2026-01-15',
        holidays: [{ from: '2026-05-01', to: '2026-05-01' }],
      },
      "holidays[0].to is '2026-05-01'; expected the first day after the holidays",
    ],
    [{ start: '2026-02-30' }, 'adoptionMetrics.deadline.start is'],
    [{ start: '2026-01-15', goal: 30 }, 'deadline.goal is 30; expected shares'],
    [{ start: '2026-01-15', hold: 0 }, 'deadline.hold is 0; expected whole'],
    [{ start: '2026-01-15', length: '6 months' }, 'such as P6M'],
    [{ start: '2026-01-15', length: 'P1.5M' }, "is 'P1.5M'; expected periods"],
    [{ start: '2026-01-15', length: 'P1000Y' }, 'up to ten years'],
    [{ start: '2026-01-15', date: '2062-07-15' }, 'up to ten years'],
    [
      { start: '2026-01-15', date: '2026-01-15' },
      "deadline.date is '2026-01-15'; expected days after the start",
    ],
    [
      { start: '2026-01-15', date: '2026-09-01', length: 'P1Y' },
      'adoptionMetrics.deadline.length and adoptionMetrics.deadline.date are both set; expected one of them',
    ],
  ])('refuses %j', (given, message) => {
    expect(() => read(given)).toThrow(message);
  });
});
