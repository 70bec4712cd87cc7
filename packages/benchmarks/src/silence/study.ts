import { SILENCE_LOOKBACK_DAYS, weeklySamples } from '../pluginInternals';
import { createRandom } from '../random';
import { PortalClass } from './classes';
import { Rule } from './rules';
import { SimulatedPortal, simulate, withDeadCollector } from './simulate';
import { weeklyHeadlines } from './weeks';

/** A Thursday; portals start on any of the days from it on. */
const FIRST_DAY = 20_454;
const YEAR = 365;
/** Before the year that counts, so that a portal is known. */
const BEFORE = SILENCE_LOOKBACK_DAYS;
/** In a fresh portal, a collector dies once it is known. */
const KNOWN_AFTER = 120;
/** Weeks that end with a complete window. */
const FIRST_WEEKS = 28;
/** For how long a dead collector is waited for to be noticed. */
const LONGEST_DELAY_DAYS = 90;

/** How many portals, and which. */
export interface StudyPlan {
  portals: number;
  seed: number;
}

/** What a rule made of the portals of a class. */
export interface ClassResult {
  portals: number;
  /** Silences that were judged although the collector worked. */
  falseAlarms: number;
  /** Of each portal, the share of weeks that were measured as a whole. */
  weeksMeasured: number[];
  /** Working days until a dead collector was noticed, by silence alone. */
  bySilence: number[];
  /** The same while people read our card or page. */
  withReaders: number[];
}

/** What a rule makes of years of portals of a class, the same ones for each rule. */
export function studyClass(
  portal: PortalClass,
  rule: Rule,
  plan: StudyPlan,
): ClassResult {
  const random = createRandom(plan.seed);
  const result: ClassResult = {
    portals: plan.portals,
    falseAlarms: 0,
    weeksMeasured: [],
    bySilence: [],
    withReaders: [],
  };
  for (let each = 0; each < plan.portals; each++) {
    const before = portal.isFresh ? 0 : BEFORE;
    const first = FIRST_DAY + Math.floor(random() * 7);
    const days = { first, before, count: before + YEAR };
    const simulated = simulate(portal, days, random);
    const known = portal.isFresh ? KNOWN_AFTER : before;
    const death =
      known + Math.floor(random() * (days.count - known - LONGEST_DELAY_DAYS));
    add(result, rule, { simulated, before, death });
  }
  return result;
}

function add(
  result: ClassResult,
  rule: Rule,
  year: { simulated: SimulatedPortal; before: number; death: number },
): void {
  const { simulated, before, death } = year;
  const unobserved = rule(simulated.history);
  result.falseAlarms += judgedSilences(simulated, unobserved, before);
  result.weeksMeasured.push(measuredShare(simulated, unobserved, before));
  result.bySilence.push(delayOf(rule, simulated, { death, readersToo: true }));
  result.withReaders.push(
    delayOf(rule, simulated, { death, readersToo: false }),
  );
}

/** How many silences, from a position on, have days that were not observed. */
function judgedSilences(
  { history }: Pick<SimulatedPortal, 'history'>,
  unobserved: ReadonlySet<number>,
  before: number,
): number {
  let judged = 0;
  let isJudged = false;
  for (const { day, reporters } of history.slice(before)) {
    const now: boolean = reporters === 0 && (isJudged || unobserved.has(day));
    judged += now && !isJudged ? 1 : 0;
    isJudged = now;
  }
  return judged;
}

function measuredShare(
  { history }: SimulatedPortal,
  unobserved: ReadonlySet<number>,
  before: number,
): number {
  const year = history.slice(Math.max(0, before - FIRST_WEEKS));
  const weeks = weeklyHeadlines(year, {
    unobserved,
    activeAt: () => 1,
    developers: 1,
  });
  const whole = weeklySamples(weeks).filter(({ coverage }) => !coverage);
  return whole.length / weeks.length;
}

/**
 * Working days, holidays and shutdowns left out, at whose end it is noticed that
 * the collector died at the start of a day.
 */
function delayOf(
  rule: Rule,
  { history, calendar }: SimulatedPortal,
  { death, readersToo }: { death: number; readersToo: boolean },
): number {
  const dead = withDeadCollector(history, {
    from: death,
    to: history.length,
    readersToo,
  });
  const from = Math.max(0, death - SILENCE_LOOKBACK_DAYS - 7);
  const to = Math.min(history.length, death + LONGEST_DELAY_DAYS);
  let workingDays = 0;
  for (let now = death; now < to; now++) {
    if (calendar.isWorkday[now] && !calendar.isClosed[now]) {
      workingDays += 1;
      const unobserved = rule(dead.slice(from, now + 1));
      if (dead.slice(death, now + 1).some(({ day }) => unobserved.has(day))) {
        return workingDays;
      }
    }
  }
  return Infinity;
}
