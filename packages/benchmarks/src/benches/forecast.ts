import { holt, leastSquares, ours, pace } from '../adoption/rules';
import {
  alarmedBelow,
  judge,
  Outcome,
  Score,
  scoreOf,
  StudyPlan,
} from '../adoption/study';
import { BenchmarkOptions } from '../Benchmark';
import { Figure } from '../figure';

const FULL: StudyPlan = {
  paths: 500,
  developers: [60, 300, 1_000],
  // With twelve weeks of history, and without any.
  measuredFrom: [-12, 4],
};
const TRIAL: StudyPlan = { ...FULL, paths: 4 };

const rivals = {
  'pace-rule': pace,
  'least-squares': leastSquares,
  holt,
};

/** Whether deadlines at risk are detected early, without false alarms. */
export async function* forecast({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const outcomes = judge(trial ? TRIAL : FULL, { ours, ...rivals });
  const score = scoreOf(outcomes.ours);
  describe(score).forEach(note);
  describeTradeOff(outcomes.ours).forEach(note);
  yield* figuresOf(score);
  for (const name of Object.keys(rivals)) {
    for (const { figure, value, unit } of figuresOf(scoreOf(outcomes[name]))) {
      yield { figure: `${name}-${figure}`, value, unit };
    }
  }
}

function figuresOf(score: Score): Figure[] {
  const { intervalCoverage: coverage } = score;
  const figures: Figure[] = [
    {
      figure: 'false-alarm-worst',
      value: score.falseAlarmWorst,
      unit: 'share',
      goal: '<= 0.05',
    },
    {
      figure: 'detected-by-week-20',
      value: score.detectedByWeek20,
      unit: 'share',
      goal: '>= 0.75',
    },
    {
      figure: 'detected-ever',
      value: score.detectedEver,
      unit: 'share',
      goal: '>= 0.9',
    },
    {
      figure: 'median-warning-weeks',
      value: score.medianWarningWeeks,
      unit: 'weeks',
      goal: '>= 8',
    },
  ];
  if (coverage === undefined) {
    return figures;
  }
  const share = { value: coverage, unit: 'share' };
  return [
    ...figures,
    { figure: 'interval-coverage', ...share, goal: '>= 0.7' },
    { figure: 'interval-coverage-most', ...share, goal: '<= 0.9' },
  ];
}

function describe({ falseAlarms }: Score): string[] {
  const shapes = Object.entries(falseAlarms).map(
    ([shape, share]) => `${shape} ${percent(share)}`,
  );
  return [`false alarms by shape: ${shapes.join(', ')}`];
}

function describeTradeOff(outcomes: Outcome[]): string[] {
  return [2, 3].flatMap(weeks =>
    [0.02, 0.05, 0.1, 0.15, 0.2].map(bad => {
      const score = scoreOf(alarmedBelow(outcomes, { bad, weeks }));
      return `alarm after ${weeks} weeks under ${percent(
        bad,
      )}: false alarms ${percent(score.falseAlarmWorst)}, by week 20 ${percent(
        score.detectedByWeek20,
      )}, ever ${percent(score.detectedEver)}, median ${
        score.medianWarningWeeks
      } weeks ahead`;
    }),
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
