import {
  apiLocale,
  formatShare,
  ProofCriterion,
  ProofOutcome,
  ProofState,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, Interval, writeDay } from '../../time';
import { Feedback } from './Proof';
import { ProofSchedule } from './schedule';

/** What counts when candidates are compared. */
export interface Compared {
  position: number;
  title: string;
  /** Whether anything is known of its activity. */
  isMeasured: boolean;
  daysToGoal: number | undefined;
  costPerActiveDeveloper: number | undefined;
  feedback: Feedback | undefined;
}

/** Who won, and why. */
export interface Judgement {
  outcome: ProofOutcome;
  /** Positions of the winner, of those that tie, or of who is ahead. */
  candidates: number[];
  decidedBy: ProofCriterion | undefined;
  sentence: string;
}

/** Amounts that differ by less are the same. */
const SAME = 1e-9;

/** What is compared where candidates were as fast; less is better. */
const tieBreakers: Array<
  [ProofCriterion, (candidate: Compared) => number | undefined]
> = [
  ['cost', each => each.costPerActiveDeveloper],
  ['feedback', ({ feedback }) => feedback && -feedback.score],
];

const and = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** How far a proof of concept is on a day. */
export function stateOf(
  { trials, evaluation }: ProofSchedule,
  today: Day,
): ProofState {
  if (today < trials[0].from) {
    return 'planned';
  }
  if (today < evaluation.from) {
    return 'trial';
  }
  return today < evaluation.to ? 'evaluation' : 'finished';
}

/**
 * Who has won: the candidate that reached the goal in the fewest days, then
 * that with the lowest cost per active developer, then that with the best
 * feedback. What is not known of all that are still level is not compared.
 */
export function judgeProof(
  candidates: Compared[],
  {
    state,
    schedule,
    goal,
  }: {
    state: ProofState;
    schedule: ProofSchedule;
    goal: number;
  },
): Judgement {
  const wait = waiting(state, schedule);
  if (state === 'planned' || state === 'trial') {
    return {
      outcome: 'open',
      candidates: [],
      decidedBy: undefined,
      sentence: wait,
    };
  }
  const judgement = compare(candidates, percentOf(goal));
  return state === 'finished'
    ? judgement
    : {
        ...judgement,
        outcome: 'open',
        sentence: `${wait} So far: ${judgement.sentence}`,
      };
}

function waiting(
  state: ProofState,
  { trials, evaluation }: ProofSchedule,
): string {
  switch (state) {
    case 'planned':
      return `It starts on ${writeDay(trials[0].from)}.`;
    case 'trial':
      return `Not over yet: the trials end on ${lastOf(trials.at(-1)!)}.`;
    default:
      return `Not over yet: the evaluation ends on ${lastOf(evaluation)}.`;
  }
}

function lastOf({ to }: Interval): string {
  return writeDay(to - 1);
}

function percentOf(goal: number): string {
  return formatShare(goal, apiLocale);
}

function compare(candidates: Compared[], goal: string): Judgement {
  if (!candidates.some(({ isMeasured }) => isMeasured)) {
    return {
      outcome: 'unknown',
      candidates: [],
      decidedBy: undefined,
      sentence: 'No winner is known: no activity was reported.',
    };
  }
  const reached = candidates.filter(each => each.daysToGoal !== undefined);
  if (reached.length === 0) {
    return {
      outcome: 'no-winner',
      candidates: [],
      decidedBy: undefined,
      sentence: noWinner(candidates, goal),
    };
  }
  const { level, decidedBy } = narrow(reached, candidates.length);
  return {
    outcome: level.length === 1 ? 'winner' : 'tie',
    candidates: level.map(({ position }) => position),
    decidedBy,
    sentence: sentenceOf({ level, decidedBy, candidates, goal }),
  };
}

function noWinner(candidates: Compared[], goal: string): string {
  const unmeasured = candidates.filter(({ isMeasured }) => !isMeasured);
  const none = `No winner: no candidate reached ${goal} of its team.`;
  return unmeasured.length === 0 ? none : `${none} ${nothingKnown(unmeasured)}`;
}

/** The candidates that nothing tells apart any more, and what did so last. */
function narrow(reached: Compared[], among: number) {
  let level = best(reached, each => each.daysToGoal);
  let decidedBy: ProofCriterion | undefined =
    level.length < among ? 'days' : undefined;
  for (const [criterion, worth] of tieBreakers) {
    const better = best(level, worth);
    decidedBy = better.length < level.length ? criterion : decidedBy;
    level = better;
  }
  return { level, decidedBy: level.length === 1 ? decidedBy : undefined };
}

/** Those with the least; all, unless it is known of each. */
function best(
  level: Compared[],
  worth: (candidate: Compared) => number | undefined,
): Compared[] {
  const worths = level.map(worth);
  if (worths.some(each => each === undefined)) {
    return level;
  }
  const least = Math.min(...(worths as number[]));
  const margin = Math.abs(least) * SAME;
  return level.filter(each => worth(each)! - least <= margin);
}

function sentenceOf(given: {
  level: Compared[];
  decidedBy: ProofCriterion | undefined;
  candidates: Compared[];
  goal: string;
}): string {
  const { level, decidedBy, candidates, goal } = given;
  const [first] = level;
  const reached = `reached ${goal} of its team on day ${first.daysToGoal}`;
  if (candidates.length === 1) {
    return `${first.title} ${reached}.`;
  }
  if (level.length > 1) {
    return `${titlesOf(level)} tie: each ${reached}. ${whyLevel(level)}`;
  }
  const others = candidates.filter(each => each !== first);
  const how =
    decidedBy === 'days'
      ? laterThan(others)
      : levelWith(first, { others, decidedBy });
  return `${first.title} wins: it ${reached}${how}`;
}

function whyLevel(level: Compared[]): string {
  const unknown = tieBreakers.filter(([, worth]) =>
    level.some(each => worth(each) === undefined),
  );
  switch (unknown.length) {
    case 0:
      return 'Cost and feedback are equal.';
    case 1:
      return unknown[0][0] === 'cost'
        ? 'Cost is not known for all of them.'
        : 'Feedback is not known for all of them.';
    default:
      return 'Neither cost nor feedback is known for all of them.';
  }
}

/** ", Birch on day 11. A custom portal did not." */
function laterThan(others: Compared[]): string {
  const later = others
    .filter(({ daysToGoal }) => daysToGoal !== undefined)
    .map(({ title, daysToGoal }) => `, ${title} on day ${daysToGoal}`);
  const failed = others.filter(
    each => each.isMeasured && each.daysToGoal === undefined,
  );
  const unknown = others.filter(({ isMeasured }) => !isMeasured);
  return [
    `${later.join('')}.`,
    ...(failed.length > 0 ? [`${titlesOf(failed)} did not.`] : []),
    ...(unknown.length > 0 ? [nothingKnown(unknown)] : []),
  ].join(' ');
}

/** ", as Birch did, and costs less per active developer." */
function levelWith(
  first: Compared,
  given: { others: Compared[]; decidedBy: ProofCriterion | undefined },
): string {
  const level = given.others.filter(
    each => each.daysToGoal === first.daysToGoal,
  );
  const by =
    given.decidedBy === 'cost'
      ? 'costs less per active developer'
      : 'got better feedback';
  return `, as ${titlesOf(level)} did, and ${by}.`;
}

function nothingKnown(candidates: Compared[]): string {
  return `No data on ${titlesOf(candidates)}.`;
}

function titlesOf(candidates: Compared[]): string {
  return and.format(candidates.map(({ title }) => title));
}
