import { ConfigReader } from '@backstage/config';
import { formatDay } from '../time';
import { readProgramme } from './config';

function read(programme: object) {
  return readProgramme(
    new ConfigReader({ adoptionMetrics: { programme } } as never),
  );
}

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

  it.each([
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
