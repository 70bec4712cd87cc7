import { formatDay, lastDayOfWeek, weekOf } from '../time';
import {
  day,
  evaluateAll,
  deadline,
  samplesUntil,
} from './__testUtils__/weeks';
import { withoutHolidays } from './holidays';

const christmas = { from: day('2026-12-21'), to: day('2027-01-04') };

function sundaysWithout(holidays: Array<{ from: number; to: number }>) {
  const samples = samplesUntil('2027-02-07', Array(10).fill(0.1));
  return withoutHolidays(samples, holidays).map(({ week }) =>
    formatDay(lastDayOfWeek(week)),
  );
}

describe('withoutHolidays', () => {
  it('leaves out weeks whose 28 days hold more than a week of holidays', () => {
    expect(sundaysWithout([christmas])).toEqual([
      '2026-12-06',
      '2026-12-13',
      '2026-12-20',
      '2026-12-27',
      '2027-01-24',
      '2027-01-31',
      '2027-02-07',
    ]);
  });

  it('counts a day once, and adds up what lies apart', () => {
    const week = { from: day('2026-12-21'), to: day('2026-12-28') };
    expect(sundaysWithout([week, week])).toHaveLength(10);
    const another = { from: day('2027-01-04'), to: day('2027-01-05') };
    expect(sundaysWithout([week, another])).toHaveLength(8);
  });

  it('keeps all without holidays', () => {
    const samples = samplesUntil('2027-02-07', Array(10).fill(0.1));
    expect(withoutHolidays(samples)).toEqual(samples);
  });
});

describe('one reading before the holidays', () => {
  const may = { from: day('2026-05-18'), to: day('2026-06-01') };
  const goal = { ...deadline, holidays: [may] };

  it('counts once for the alarm, however long no other comes', () => {
    const samples = samplesUntil('2026-07-19', Array(36).fill(0.1));
    const bad = evaluateAll(samples, goal)
      .filter(({ week }) => week >= day('2026-05-24'))
      .slice(0, 5)
      .map(({ risk }) => risk.bad);
    const [before, , , , after] = bad;
    expect(before).toBeGreaterThan(0);
    expect(bad).toEqual([before, before, before, before, after]);
    expect(after).toBe(before + 1);
  });
});

describe('a fall in the holidays', () => {
  // Growing well but for two weeks of May in which nobody came.
  const shares = Array.from({ length: 36 }, (_, index) => {
    const grown = Math.min(0.34, 0.1 + 0.0115 * Math.max(0, index - 9));
    return index >= 26 && index <= 28 ? 0.5 * grown : grown;
  });
  const samples = samplesUntil('2026-07-19', shares);
  const may = { from: day('2026-05-11'), to: day('2026-05-25') };
  const chancesIn = (holidays: Array<{ from: number; to: number }>) =>
    evaluateAll(samples, { ...deadline, holidays })
      .filter(({ week }) => week >= may.from && week <= day('2026-06-07'))
      .map(({ forecast }) => forecast!.probability);

  it('costs the chance if nobody announced them, and not otherwise', () => {
    const announced = chancesIn([may]);
    const surprising = chancesIn([]);
    expect(Math.min(...announced)).toBeGreaterThan(0.4);
    expect(Math.min(...surprising)).toBeLessThan(0.2);
  });

  const duringMay = () =>
    evaluateAll(samples, { ...deadline, holidays: [may] }).find(
      ({ week }) => week === day('2026-05-31'),
    )!;

  it('is forecast from now on, not from the week before them', () => {
    const { fan, end } = duringMay().forecast!;
    const weeks = fan.map(({ week }) => week);
    expect(weeks[0]).toBe(weekOf(day('2026-06-07')));
    expect(fan.at(-1)).toEqual(end);
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
  });

  it('leaves the weeks that are left to win those who are missing', () => {
    const { requiredPerWeek } = duringMay().forecast!;
    const newest = withoutHolidays(samples, [may])
      .filter(({ week }) => week <= weekOf(day('2026-05-31')))
      .at(-1)!;
    const missing = 0.3 * 300 - newest.active;
    const weeksLeft = (deadline.date - day('2026-05-31')) / 7;
    expect(newest.week).toBeLessThan(weekOf(day('2026-05-31')));
    expect(requiredPerWeek).toBeCloseTo(missing / weeksLeft);
  });

  it('is still what was measured', () => {
    const week = evaluateAll(samples, { ...deadline, holidays: [may] }).find(
      each => each.week === day('2026-05-24'),
    )!;
    expect(week.measured!.active / 300).toBeLessThan(0.2);
  });
});
