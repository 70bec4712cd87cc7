import { day } from '../../deadline/__testUtils__/weeks';
import { publishedWith } from '../__testUtils__/decisionFixtures';
import { plansFrom } from './plansFrom';

const { plans } = publishedWith();

const launch = day('2025-01-31');

function comparedOn(date: string, active: number, developers = 1_000) {
  const sample = { week: 0, active, developers };
  const [short, long] = plansFrom(plans, launch, { sample, day: day(date) });
  return { short, long };
}

describe('plansFrom', () => {
  it('has milestones on the days of the calendar, from the launch on', () => {
    const [short, long] = plansFrom(plans, launch, undefined);
    expect(short).toEqual({
      id: '12-18-months',
      title: '12 to 18 months',
      source: expect.objectContaining({ grade: 'published, unverified' }),
      milestones: [
        { day: '2025-01-31', share: 0 },
        { day: '2026-01-31', share: 0.125 },
        { day: '2026-07-31', share: 0.3 },
      ],
      expected: null,
      monthsAhead: null,
    });
    expect(long.milestones.map(({ day: date }) => date)).toEqual([
      '2025-01-31',
      '2026-05-31',
      '2027-01-31',
    ]);
  });

  it('is four months behind with 8% after twelve months', () => {
    const { short, long } = comparedOn('2026-01-31', 80);
    expect(short.expected).toBeCloseTo(0.125);
    expect(short.monthsAhead).toBeCloseTo(7.68 - 12);
    expect(long.expected).toBeCloseTo(0.09375);
    expect(long.monthsAhead).toBeCloseTo(10.24 - 12);
  });

  it('has arrived with 50% after eighteen months', () => {
    const { short, long } = comparedOn('2026-07-31', 500);
    expect(short).toMatchObject({ expected: 0.3, monthsAhead: 0 });
    expect(long.monthsAhead).toBeCloseTo(6);
  });

  it('falls further behind after the end of the plan, until it arrives', () => {
    const { short } = comparedOn('2028-01-31', 80);
    expect(short.expected).toBe(0.3);
    expect(short.monthsAhead).toBeCloseTo(7.68 - 36);
    expect(comparedOn('2028-01-31', 0).short.monthsAhead).toBe(-36);
    expect(comparedOn('2028-01-31', 300).short.monthsAhead).toBe(0);
  });

  it('is not ahead before the launch', () => {
    const { short } = comparedOn('2024-11-30', 0);
    expect(short).toMatchObject({ expected: 0, monthsAhead: 0 });
  });

  it('expects nobody on the day of the launch', () => {
    const { short } = comparedOn('2025-01-31', 0);
    expect(short).toMatchObject({ expected: 0, monthsAhead: 0 });
  });
});
