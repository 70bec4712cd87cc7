import { createRandom } from '../random';
import { median } from '../statistics';
import { GOAL, Judgement, Rule } from './rules';
import { Course, STUDY_WEEKS, Shape, shapes } from './shapes';
import { MeasuredWeek, simulate } from './simulate';

/** Every combination of these is simulated, each a number of times. */
export interface StudyPlan {
  paths: number;
  developers: number[];
  /** First measured weeks: with a history before the course, and without. */
  measuredFrom: number[];
}

/** The result of a course, and the judgment of a rule. */
export interface Outcome {
  shape: Shape;
  reached: boolean;
  end: number;
  judgements: Judgement[];
}

/** The quality of a rule, as shares of courses. */
export interface Score {
  /** Successful courses with an alarm, by shape. */
  falseAlarms: Record<string, number>;
  /** The worst shape among those that can be foreseen. */
  falseAlarmWorst: number;
  /** Failed courses with an alarm by week 20, and with any alarm. */
  detectedByWeek20: number;
  detectedEver: number;
  /** Weeks between the alarm and the deadline, for courses with an alarm. */
  medianWarningWeeks: number;
  /**
   * How often the range contained the end, over all weeks. Undefined without
   * ranges.
   */
  intervalCoverage: number | undefined;
}

/** Different from the seed with which the rule was chosen. */
const SEED = 1;

/** Growth of these shapes can be foreseen; a late surge looks like failure. */
const FORESEEABLE: Shape[] = ['linear', 's-shaped', 'concave'];

/** Shapes of courses that can succeed. */
const SUCCEEDING: Shape[] = [...FORESEEABLE, 'late-surge'];

/** Judgments of rules on the same simulated courses. */
export function judge(
  plan: StudyPlan,
  rules: Record<string, Rule>,
): Record<string, Outcome[]> {
  const outcomes: Record<string, Outcome[]> = Object.fromEntries(
    Object.keys(rules).map(name => [name, []]),
  );
  for (const { shape, measured } of courses(plan)) {
    const { active, developers } = measured[measured.length - 1];
    const end = active / developers;
    for (const [name, rule] of Object.entries(rules)) {
      const judgements = rule(measured);
      outcomes[name].push({ shape, reached: end >= GOAL, end, judgements });
    }
  }
  return outcomes;
}

/** All courses of a plan; the same ones in every run. */
export function* courses({
  paths,
  developers,
  measuredFrom,
}: StudyPlan): Iterable<{ shape: Shape; measured: MeasuredWeek[] }> {
  const random = createRandom(SEED);
  for (const shape of shapes) {
    for (const people of developers) {
      for (const from of measuredFrom) {
        for (let path = 0; path < paths; path++) {
          const portal = {
            developers: people,
            measuredFrom: from,
            course: courseOf(shape, random),
            holidayWeek: random() < 0.6 ? Math.ceil(random() * 24) : undefined,
          };
          yield { shape, measured: simulate(portal, random) };
        }
      }
    }
  }
}

// Half of the courses that can succeed do. Plateaus and declines end below the
// goal.
function courseOf(shape: Shape, random: () => number): Course {
  const start = 0.03 + 0.07 * random();
  const succeeds = SUCCEEDING.includes(shape) && random() < 0.5;
  const end = succeeds ? 0.32 + 0.12 * random() : 0.12 + 0.15 * random();
  return { shape, start, end, bend: 0.35 + 0.15 * random() };
}

/** The quality of alarms. */
export function scoreOf(outcomes: Outcome[]): Score {
  const falseAlarms = Object.fromEntries(
    SUCCEEDING.map(shape => [
      shape,
      shareOf(
        outcomes.filter(each => each.shape === shape && each.reached),
        each => alarmWeek(each) !== undefined,
      ),
    ]),
  );
  const missed = outcomes.filter(({ reached }) => !reached);
  const alarms = missed.flatMap(each => alarmWeek(each) ?? []);
  return {
    falseAlarms,
    falseAlarmWorst: Math.max(...FORESEEABLE.map(each => falseAlarms[each])),
    detectedByWeek20: shareOf(missed, each => (alarmWeek(each) ?? 99) <= 20),
    detectedEver: alarms.length / missed.length,
    medianWarningWeeks: STUDY_WEEKS - median(alarms),
    intervalCoverage: coverageOf(outcomes),
  };
}

function alarmWeek({ judgements }: Outcome): number | undefined {
  return judgements.find(({ alarmed }) => alarmed)?.week;
}

function coverageOf(outcomes: Outcome[]): number | undefined {
  const ranges = outcomes.flatMap(({ end, judgements }) =>
    judgements.flatMap(({ range }) => (range ? [{ end, ...range }] : [])),
  );
  return ranges.length === 0
    ? undefined
    : shareOf(ranges, ({ end, low, high }) => low <= end && end <= high);
}

function shareOf<T>(items: T[], matches: (item: T) => boolean): number {
  return items.filter(matches).length / items.length;
}

/** The same outcomes with other thresholds for the alarm. */
export function alarmedBelow(
  outcomes: Outcome[],
  { bad, weeks }: { bad: number; weeks: number },
): Outcome[] {
  return outcomes.map(outcome => {
    let inARow = 0;
    const judgements = outcome.judgements.map(judgement => {
      inARow = (judgement.probability ?? 1) < bad ? inARow + 1 : 0;
      return { ...judgement, alarmed: inARow >= weeks };
    });
    return { ...outcome, judgements };
  });
}
