import {
  Decision,
  decisionNames,
} from 'backstage-plugin-adoption-metrics-common';
import { roundBeside } from '../scorecard';
import { Day, writeDay, lastDayOfWeek, weekOf } from '../time';
import { Deadline } from './Deadline';
import { DeadlineWeek } from './DeadlineWeek';

const TIME_TO_DECIDE =
  'It is time to decide: simplify radically, or move to managed Backstage, ' +
  'Port, Cortex or a portal of your own.';

/** People a week that read as 0.0. */
const NO_GROWTH = 0.05;

/** People that the goal is away; 0 once it is reached. */
export function stillNeeded(
  { active, developers }: { active: number; developers: number },
  goal: number,
): number {
  const needed = Math.ceil(Number((goal * developers).toFixed(6)));
  return Math.max(0, needed - active);
}

/** A share in percent, never rounded across the goal. */
export function percent(share: number, goal: number): string {
  return `${roundBeside(goal * 100, share * 100, share < 0.1 ? 1 : 0)}%`;
}

/**
 * What is known of a deadline at the end of a week, in plain words. A late
 * surge cannot be distinguished from failure, so that nothing is ever said to fail.
 */
export function sentenceOf(week: DeadlineWeek, deadline: Deadline): string {
  switch (week.state) {
    case 'achieved':
      return achieved(week, deadline);
    case 'missed':
      return `${missedBy(week, deadline)} ${TIME_TO_DECIDE}`;
    case 'insufficient-data':
      return waiting(week);
    case 'at-risk':
      return `Needs acceleration: ${outlook(week, deadline)} ${pace(
        week,
        deadline,
      )}`;
    case 'watch':
      return `It may go either way: ${outlook(week, deadline)} ${pace(
        week,
        deadline,
      )}`;
    default:
      return `On track: ${outlook(week, deadline)}`;
  }
}

function achieved(achievement: DeadlineWeek, { goal, hold }: Deadline) {
  const { measured, week } = achievement;
  const then = measured
    ? ` On ${writeDay(week)} ${measured.active} of ${
        measured.developers
      } developers were active.`
    : '';
  const weeks = hold === 1 ? 'a week' : `${hold} weeks in a row`;
  return `Achieved: ${percent(goal, goal)} was held for ${weeks}.${then}`;
}

/** What is known of a missed deadline once somebody decided how to go on. */
export function sentenceOnceDecided(
  week: DeadlineWeek,
  deadline: Deadline,
  { day, decision }: { day: Day; decision: Decision },
): string {
  const decided = `Decided on ${writeDay(day)}: ${decisionNames[decision]}.`;
  return `${missedBy(week, deadline)} ${decided}`;
}

function missedBy({ measured }: DeadlineWeek, { goal }: Deadline): string {
  const where = measured
    ? ` with ${shareOf(measured, goal)} (${measured.active} of ${
        measured.developers
      })`
    : '';
  return `The deadline has passed${where}; the goal was ${percent(
    goal,
    goal,
  )}.`;
}

function waiting({ week, samplesMissing = 0 }: DeadlineWeek): string {
  if (samplesMissing === 0) {
    return 'There is no complete metric of active users for a forecast.';
  }
  const enough = lastDayOfWeek(weekOf(week) + samplesMissing);
  return `There will be a forecast from ${writeDay(
    enough,
  )} on, with ${samplesMissing} more ${
    samplesMissing === 1 ? 'week' : 'weeks'
  } of metrics.`;
}

function outlook({ forecast }: DeadlineWeek, deadline: Deadline): string {
  const { goal, date } = deadline;
  const { end, probability } = forecast!;
  const [low, median, high] = [end.low, end.median, end.high].map(share =>
    percent(share, goal),
  );
  return (
    `at this pace ${median} of the developers will be active on ` +
    `${writeDay(date)} (80% range ${low} to ${high}); the chance of ` +
    `${percent(goal, goal)} is ${chance(probability)}.`
  );
}

function pace(week: DeadlineWeek, { goal }: Deadline): string {
  const { achievedPerWeek, requiredPerWeek } = week.forecast!;
  const came =
    achievedPerWeek < NO_GROWTH
      ? 'there is no growth'
      : `${people(achievedPerWeek)} came`;
  return week.measured && stillNeeded(week.measured, goal) === 0
    ? `The goal is reached now, and has to be held; ${came}.`
    : `Needed are ${people(requiredPerWeek)} more people a week; ${came}.`;
}

function people(perWeek: number): string {
  if (perWeek < NO_GROWTH) {
    return 'under 0.1';
  }
  return perWeek < 10 ? perWeek.toFixed(1) : perWeek.toFixed(0);
}

function chance(probability: number): string {
  if (probability < 0.01) {
    return 'under 1%';
  }
  return probability > 0.99 ? 'over 99%' : `${Math.round(probability * 100)}%`;
}

function shareOf(
  { active, developers }: { active: number; developers: number },
  goal: number,
): string {
  return percent(active / developers, goal);
}
