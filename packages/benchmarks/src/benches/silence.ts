import { BenchmarkOptions } from '../Benchmark';
import { Figure, Goal } from '../figure';
import { leastMean, leastShare, mostRate } from '../silence/bounds';
import { classes, PortalClass } from '../silence/classes';
import { fixedWeek, ours, Rule } from '../silence/rules';
import { ClassResult, studyClass } from '../silence/study';
import { countFalseVerdicts } from '../silence/verdicts';

/** Different from the seeds with which the thresholds were chosen. */
const SEED = 20_000;
const VERDICT_SEED = 30_000;
const SHUTDOWN_SEED = 40_000;

/** Smaller numbers of portals per class. */
const VERDICT_PORTALS = 30;
const RIVAL_PORTALS = 8;
const SHUTDOWN_PORTALS = 40;

/** Working days after which silence alone has to be detected. */
const DELAY = 5;
/** For portals with at least this many visitors per working day. */
const ENOUGH_VISITORS = 2.5;
/**
 * With this many visitors, several look at our card or page every working day.
 */
const READING_VISITORS = 20;

/** Very small portals are all noise, and large ones are all alike. */
const JUDGED = classes.filter(
  ({ people, visitors, isFading }) =>
    people >= 5 && visitors <= 100 && !isFading,
);

const rivals: Record<string, Rule> = { 'fixed-week': fixedWeek };

/** A class, and the result of a rule. */
interface Row extends ClassResult {
  portal: PortalClass;
}

/** Whether a quiet portal is distinguished from a broken collector. */
export async function* silence({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const rows = study(ours, trial ? () => 10 : portalsOf);
  rows.map(describe).forEach(note);
  yield* figuresOf(rows);
  yield* verdictsOf(ours, trial ? 2 : VERDICT_PORTALS);
  yield* shortestDelays(rows);
  for (const [name, rule] of Object.entries(rivals)) {
    const few = trial ? 2 : RIVAL_PORTALS;
    for (const figure of [
      ...figuresOf(study(rule, () => few)),
      ...verdictsOf(rule, few),
    ]) {
      yield asRival(figure, name);
    }
  }
  shutdowns(trial ? 5 : SHUTDOWN_PORTALS).forEach(note);
}

/** Large portals take longer to simulate, and differ less. */
function portalsOf({ visitors }: PortalClass): number {
  return visitors > 100 ? 100 : 400;
}

function study(rule: Rule, portals: (portal: PortalClass) => number): Row[] {
  return classes.map((portal, index) => {
    const plan = { portals: portals(portal), seed: SEED + index };
    return { portal, ...studyClass(portal, rule, plan) };
  });
}

function asRival({ figure, value, unit }: Figure, name: string): Figure {
  return { figure: `${name}-${figure}`, value, unit };
}

/** The worst class for each figure, and the worst bound. */
function figuresOf(rows: Row[]): Figure[] {
  const reading = rows.filter(
    ({ portal }) => portal.visitors >= READING_VISITORS && !portal.isFading,
  );
  const enough = rows.filter(
    ({ portal }) =>
      portal.visitors >= ENOUGH_VISITORS &&
      !portal.unknownShutdown &&
      !portal.isFading,
  );
  const steady = rows.filter(
    ({ portal }) => (portal.unknownShutdown ?? 0) < DELAY && !portal.isFading,
  );
  const noticed = (delays: number[], days: number) =>
    delays.filter(delay => delay <= days).length;
  return [
    ...leastOf('noticed-with-readers', '>= 0.95', reading, row => [
      noticed(row.withReaders, 1) / row.portals,
      leastShare(noticed(row.withReaders, 1), row.portals),
    ]),
    ...leastOf('noticed-by-silence', '>= 0.95', enough, row => [
      noticed(row.bySilence, DELAY) / row.portals,
      leastShare(noticed(row.bySilence, DELAY), row.portals),
    ]),
    ...mostOf('false-alarms-per-portal-year', '<= 0.02', steady, row => [
      row.falseAlarms / row.portals,
      mostRate(row.falseAlarms, row.portals),
    ]),
    ...leastOf('weeks-measured', '>= 0.99', steady, row => [
      mean(row.weeksMeasured),
      leastMean(row.weeksMeasured),
    ]),
  ];
}

type Measure = (row: Row) => [value: number, bound: number];

function leastOf(figure: string, goal: Goal, rows: Row[], of: Measure) {
  const measured = rows.map(of);
  return withBound(figure, goal, [
    Math.min(...measured.map(([value]) => value)),
    Math.min(...measured.map(([, bound]) => bound)),
  ]);
}

function mostOf(figure: string, goal: Goal, rows: Row[], of: Measure) {
  const measured = rows.map(of);
  return withBound(figure, goal, [
    Math.max(...measured.map(([value]) => value)),
    Math.max(...measured.map(([, bound]) => bound)),
  ]);
}

function withBound(
  figure: string,
  goal: Goal,
  [value, bound]: [number, number],
): Figure[] {
  const unit = figure.includes('per-portal-year') ? 'a year' : 'share';
  return [
    { figure, value, unit, goal },
    { figure: `${figure}-bound`, value: bound, unit },
  ];
}

function verdictsOf(rule: Rule, portals: number): Figure[] {
  const wrong = sum(
    JUDGED.map((portal, index) =>
      countFalseVerdicts(portal, rule, { portals, seed: VERDICT_SEED + index }),
    ),
  );
  const all = portals * JUDGED.length;
  return withBound('false-verdicts-per-portal-year', '<= 0.01', [
    wrong / all,
    mostRate(wrong, all),
  ]);
}

/**
 * For smaller portals, the number of working days in which most failures are
 * detected.
 */
function* shortestDelays(rows: Row[]): Iterable<Figure> {
  for (const { portal, bySilence } of rows) {
    if (portal.visitors < ENOUGH_VISITORS) {
      const delays = [...bySilence].sort((a, b) => a - b);
      yield {
        figure: `days-to-notice-${portal.name.replaceAll(' ', '-')}`,
        value: delays[Math.ceil(delays.length * 0.95) - 1],
        unit: 'working days',
      };
    }
  }
}

/** The effect of unconfigured shutdowns, by length in working days. */
function shutdowns(portals: number): string[] {
  const like = classes.find(({ unknownShutdown }) => unknownShutdown === 10)!;
  return [2, 3, 4, 5, 6, 8, 10].map(length => {
    const rates = [2.5, 10, 50].map(visitors => {
      const { falseAlarms, weeksMeasured } = studyClass(
        { ...like, visitors, people: visitors * 4, unknownShutdown: length },
        ours,
        { portals, seed: SHUTDOWN_SEED + length },
      );
      const alarms = (falseAlarms / portals).toFixed(2);
      return `${visitors} visitors ${alarms} (${mean(weeksMeasured).toFixed(
        3,
      )})`;
    });
    return `shutdown of ${length} working days: false alarms a year (weeks measured): ${rates.join(
      ', ',
    )}`;
  });
}

function describe(row: Row): string {
  const { portal, portals, falseAlarms, weeksMeasured } = row;
  const { bySilence, withReaders } = row;
  const within = (delays: number[], days: number) =>
    (delays.filter(delay => delay <= days).length / portals).toFixed(3);
  return [
    `${portal.name} (${portal.visitors} visitors)`,
    `false alarms ${(falseAlarms / portals).toFixed(4)}`,
    `at most ${mostRate(falseAlarms, portals).toFixed(4)}`,
    `weeks measured ${mean(weeksMeasured).toFixed(4)}`,
    `noticed in 5 days ${within(bySilence, DELAY)}`,
    `in 1 day with readers ${within(withReaders, 1)}`,
  ].join(', ');
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: number[]): number {
  return sum(values) / values.length;
}
