import { Judgement, Rule } from './rules';
import { alarmedBelow, judge, Outcome, courses, scoreOf } from './study';

const plan = { paths: 2, developers: [60], measuredFrom: [-12, 4] };

function outcome(
  reached: boolean,
  alarms: number[],
  range = { low: 0.1, high: 0.3 },
): Outcome {
  const judgements: Judgement[] = Array.from({ length: 25 }, (_, index) => ({
    week: index + 1,
    alarmed: alarms.includes(index + 1),
    probability: alarms.includes(index + 1) ? 0.04 : 0.5,
    range,
  }));
  return { shape: 'linear', reached, end: reached ? 0.35 : 0.2, judgements };
}

describe('the study', () => {
  it('simulates every combination, the same in every run', () => {
    const first = [...courses(plan)];
    expect(first).toHaveLength(6 * 2 * 2);
    expect([...courses(plan)]).toEqual(first);
    expect(new Set(first.map(({ measured }) => measured[0].week))).toEqual(
      new Set([-12, 4]),
    );
  });

  it('gives every rule the same courses', () => {
    const seen: Record<string, number[]> = { one: [], other: [] };
    const watching =
      (name: string): Rule =>
      measured => {
        seen[name].push(measured.at(-1)!.active);
        return [];
      };
    judge(plan, { one: watching('one'), other: watching('other') });
    expect(seen.one).toHaveLength(24);
    expect(seen.other).toEqual(seen.one);
  });

  it('counts alarms as false or as detection by how the course ended', () => {
    const score = scoreOf([
      outcome(true, []),
      outcome(true, [9, 10]),
      outcome(false, [18]),
      outcome(false, [22]),
      outcome(false, []),
      outcome(false, [12, 13, 20]),
    ]);
    expect(score.falseAlarms.linear).toBe(0.5);
    expect(score.detectedByWeek20).toBe(0.5);
    expect(score.detectedEver).toBe(0.75);
    expect(score.medianWarningWeeks).toBe(26 - 18);
    expect(score.intervalCoverage).toBeCloseTo(4 / 6);
  });

  it('can let the alarm come earlier or later', () => {
    const [later] = alarmedBelow([outcome(false, [12, 13, 20])], {
      bad: 0.1,
      weeks: 2,
    });
    const alarms = later.judgements.filter(({ alarmed }) => alarmed);
    expect(alarms.map(({ week }) => week)).toEqual([13]);
  });
});
