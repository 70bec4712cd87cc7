import { assess, forecastShare, noRisk } from '../pluginInternals';
import { STUDY_WEEKS } from './shapes';
import { MeasuredWeek } from './simulate';

/** The goal of all courses in the study. */
export const GOAL = 0.3;

/** The number of weeks of data that each rule needs. */
const FEWEST = 8;

/** The judgment of a rule at the end of a week. */
export interface Judgement {
  week: number;
  alarmed: boolean;
  /** The probability that the goal is reached, if the rule gives one. */
  probability?: number;
  /** The range in which 80 of 100 courses end, if the rule gives one. */
  range?: { low: number; high: number };
}

/** Judges a course week by week, based on measured data only. */
export type Rule = (measured: MeasuredWeek[]) => Judgement[];

const shareOf = ({ active, developers }: MeasuredWeek) => active / developers;

/** The rule of the product. */
export const ours: Rule = measured => {
  let risk = noRisk;
  return eachWeek(measured, known => {
    const { week } = known[known.length - 1];
    const forecast = forecastShare({
      samples: known,
      goal: GOAL,
      weeksLeft: STUDY_WEEKS - week,
      seed: week,
    });
    if (forecast.status !== 'forecast') {
      return { week, alarmed: false };
    }
    const { probability, end: range } = forecast;
    risk = assess(risk, probability);
    return { week, alarmed: risk.alarmed, probability, range };
  });
};

/** Behind 0.75 of the straight line from the first share to the goal (UpRaise). */
export const pace: Rule = measured => {
  const [first] = measured.filter(({ week }) => week >= 0);
  const start = shareOf(first);
  return eachWeek(measured, known => {
    const last = known[known.length - 1];
    const expected = start + (GOAL - start) * (last.week / STUDY_WEEKS);
    return { week: last.week, alarmed: shareOf(last) < 0.75 * expected };
  });
};

/** The least-squares line through everything falls short of the goal. */
export const leastSquares: Rule = measured =>
  eachWeek(measured, known => {
    const meanWeek = mean(known.map(({ week }) => week));
    const meanShare = mean(known.map(shareOf));
    const spread = known.map(({ week }) => (week - meanWeek) ** 2);
    const product = known.map(
      each => (each.week - meanWeek) * (shareOf(each) - meanShare),
    );
    const slope = mean(product) / mean(spread);
    const end = meanShare + slope * (STUDY_WEEKS - meanWeek);
    return { week: known[known.length - 1].week, alarmed: end < GOAL };
  });

const SMOOTHING = { level: 0.5, trend: 0.2, damping: 0.98 };

/** Holt's method with a damped trend (Gardner and McKenzie 1985) falls short. */
export const holt: Rule = measured =>
  eachWeek(measured, known => {
    const { level: alpha, trend: beta, damping } = SMOOTHING;
    let [level, trend] = [shareOf(known[0]), 0];
    for (const each of known.slice(1)) {
      const before = level;
      level = alpha * shareOf(each) + (1 - alpha) * (level + damping * trend);
      trend = beta * (level - before) + (1 - beta) * damping * trend;
    }
    const { week } = known[known.length - 1];
    let end = level;
    for (let ahead = 1; ahead <= STUDY_WEEKS - week; ahead++) {
      end += damping ** ahead * trend;
    }
    return { week, alarmed: end < GOAL };
  });

function eachWeek(
  measured: MeasuredWeek[],
  judge: (known: MeasuredWeek[]) => Judgement,
): Judgement[] {
  return measured.flatMap(({ week }, index) =>
    week > 0 && week < STUDY_WEEKS && index + 1 >= FEWEST
      ? [judge(measured.slice(0, index + 1))]
      : [],
  );
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
