import {
  Deadline,
  DeadlineWeek,
  evaluateWeek,
  Sample,
  weeklySamples,
} from '../pluginInternals';
import { createRandom } from '../random';
import { PortalClass } from './classes';
import { Rule } from './rules';
import { StudyPlan } from './study';
import { simulate, withDeadCollector } from './simulate';
import { activePeople, weeklyHeadlines } from './weeks';

/** A year: half of it before the deadline starts, and half until its date. */
const YEAR = 364;
const START = 182;
/** A Monday. */
const FIRST_DAY = 20_458;
const HOLD = 2;
/** Developers for each person who comes at all. */
const DEVELOPERS = 1.5;
/** Working days for which a collector is dead. */
const DEAD_FOR = [1, 2, 4, 7, 14, 28, 56];

/**
 * Portals that grow and reach the goal of a deadline, once with a collector
 * that works and once with one that is dead for some days. A verdict is false
 * if `missed` or `at-risk` is said in any week of the second and in none of the
 * first.
 *
 * @returns portals with a false verdict
 */
export function countFalseVerdicts(
  portal: PortalClass,
  rule: Rule,
  { portals, seed }: StudyPlan,
): number {
  const random = createRandom(seed);
  let falseVerdicts = 0;
  for (let each = 0; each < portals; each++) {
    falseVerdicts += isFalse(simulateYear(portal, random), rule) ? 1 : 0;
  }
  return falseVerdicts;
}

type Year = ReturnType<typeof simulateYear>;

function simulateYear(portal: PortalClass, random: () => number) {
  const growing = { ...portal, isFresh: true };
  const days = { first: FIRST_DAY, count: YEAR, before: 0 };
  const simulated = simulate(growing, days, random);
  const developers = Math.ceil(portal.people * DEVELOPERS);
  const healthy = activePeople(simulated.visits);
  // Reached at the end of some week of the deadline, and not before.
  const reached = START + 7 * (4 + Math.floor(random() * 22)) - 1;
  const goal = Math.min(healthy[reached], healthy[reached - 7]) / developers;
  const death = START + Math.floor(random() * (YEAR - START));
  const length = DEAD_FOR[Math.floor(random() * DEAD_FOR.length)];
  const fault = { from: death, to: death + length, readersToo: random() < 0.5 };
  return { simulated, developers, healthy, goal, fault };
}

function isFalse(year: Year, rule: Rule): boolean {
  const { simulated, healthy, fault, developers, goal } = year;
  const { history, visits } = simulated;
  const deadline: Deadline = {
    source: 'api',
    start: FIRST_DAY + START,
    date: FIRST_DAY + YEAR - 1,
    goal,
    hold: HOLD,
  };
  const truth = { history, active: healthy, developers };
  if (goal <= 0 || saysBadly(truth, deadline, () => new Set())) {
    return false;
  }
  const dead = {
    history: withDeadCollector(history, fault),
    active: activePeople(
      visits,
      index => index >= fault.from && index < fault.to,
    ),
    developers,
  };
  return saysBadly(dead, deadline, rule);
}

/** Whether any week, judged by what was known at its end, is missed or at risk. */
function saysBadly(
  known: {
    history: Year['simulated']['history'];
    active: number[];
    developers: number;
  },
  deadline: Deadline,
  rule: Rule,
): boolean {
  let weeks: DeadlineWeek[] = [];
  let headlines: Sample[] = [];
  for (let end = START + 6; end < YEAR; end += 7) {
    const history = known.history.slice(0, end + 1);
    const now = weeklyHeadlines(history, {
      unobserved: rule(history),
      activeAt: index => known.active[index],
      developers: known.developers,
    });
    // What was judged otherwise since is corrected.
    const same = headlines.findIndex(
      ({ coverage }, index) => coverage !== now[index].coverage,
    );
    const kept = same < 0 ? headlines.length : same;
    const firstWrong = now[kept]?.day ?? Infinity;
    weeks = weeks.filter(({ week }) => week < firstWrong);
    headlines = now;
    const samples = weeklySamples(now);
    for (const { day } of now) {
      if (day >= deadline.start && !weeks.some(({ week }) => week === day)) {
        const before = weeks.at(-1);
        weeks.push(evaluateWeek({ deadline, week: day, samples, before }));
      }
    }
    const state = weeks.at(-1)?.state;
    if (state === 'missed' || state === 'at-risk') {
      return true;
    }
  }
  return false;
}
