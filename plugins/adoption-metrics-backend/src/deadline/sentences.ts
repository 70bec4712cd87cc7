import {
  apiLocale,
  ChosenOption,
  formatShare,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay, lastDayOfWeek, weekOf } from '../time';
import { Deadline } from './Deadline';
import { DeadlineWeek } from './DeadlineWeek';

const TIME_TO_DECIDE = 'It is time to decide how to proceed.';

/** Weekly growth that would be displayed as 0.0. */
const NO_GROWTH = 0.05;

/** How many more active users are needed; 0 if the goal is reached. */
export function stillNeeded(
  { active, developers }: { active: number; developers: number },
  goal: number,
): number {
  const needed = Math.ceil(Number((goal * developers).toFixed(6)));
  return Math.max(0, needed - active);
}

/** A share in percent, never rounded across the goal. */
export function percent(share: number, goal: number): string {
  return formatShare(share, apiLocale, { operator: '>=', value: goal });
}

/**
 * Describes a deadline at the end of a week. Never says that it will fail,
 * because a late surge cannot be predicted.
 */
export function sentenceOf(week: DeadlineWeek, deadline: Deadline): string {
  switch (week.state) {
    case 'achieved':
      return achieved(week, deadline);
    case 'missed':
      return `${missedBy(week, deadline)} ${TIME_TO_DECIDE}`;
    case 'insufficient-data':
      return week.week < deadline.date ? waiting(week) : unmeasured(deadline);
    case 'at-risk':
      return `At risk: ${outlook(week, deadline)} ${pace(week, deadline)}`;
    case 'watch':
      return `Uncertain: ${outlook(week, deadline)} ${pace(week, deadline)}`;
    default:
      return `On track: ${outlook(week, deadline)}`;
  }
}

/** Describes a missed deadline after the decision. */
export function sentenceOnceDecided(
  week: DeadlineWeek,
  deadline: Deadline,
  { day, decision }: { day: Day; decision: ChosenOption },
): string {
  const decided = `Decision on ${writeDay(day)}: ${decision.title}.`;
  return `${missedBy(week, deadline)} ${decided}`;
}

function achieved({ measured, week }: DeadlineWeek, { goal, hold }: Deadline) {
  const weeks = hold === 1 ? 'a week' : `${hold} weeks in a row`;
  const held = `Goal achieved: ${percent(goal, goal)} held for ${weeks}.`;
  return measured
    ? `${held} On ${writeDay(week)}, ${measured.active} of ${writeCount(
        measured.developers,
        'developer',
        'developers',
      )} ${measured.active === 1 ? 'was' : 'were'} active.`
    : held;
}

function missedBy({ measured }: DeadlineWeek, { goal }: Deadline): string {
  const where = measured
    ? ` at ${percent(measured.active / measured.developers, goal)} (${
        measured.active
      } of ${measured.developers})`
    : '';
  const aim = percent(goal, goal);
  return `The deadline passed${where}; the goal was ${aim}.`;
}

function unmeasured({ goal, hold }: Deadline): string {
  const weeks =
    hold === 1
      ? 'the last week could not be measured in full'
      : `the last ${hold} weeks could not all be measured in full`;
  return `The deadline passed, but ${weeks}: whether the goal of ${percent(
    goal,
    goal,
  )} was met is unknown.`;
}

function waiting({ week, samplesMissing = 0 }: DeadlineWeek): string {
  if (samplesMissing === 0) {
    return 'There is not enough data on active users for a forecast.';
  }
  const enough = writeDay(lastDayOfWeek(weekOf(week) + samplesMissing));
  const weeks = samplesMissing === 1 ? 'week' : 'weeks';
  return `The forecast needs ${samplesMissing} more ${weeks} of data; it starts on ${enough}.`;
}

function outlook({ forecast }: DeadlineWeek, deadline: Deadline): string {
  const { goal, date } = deadline;
  const { end, probability } = forecast!;
  const [low, median, high] = [end.low, end.median, end.high].map(share =>
    percent(share, goal),
  );
  return (
    `at this pace, ${median} of developers will be active on ` +
    `${writeDay(date)} (80% range ${low} to ${high}). The probability of ` +
    `meeting the ${percent(goal, goal)} goal is ${chance(probability)}.`
  );
}

function pace(week: DeadlineWeek, { goal }: Deadline): string {
  const { achievedPerWeek, requiredPerWeek } = week.forecast!;
  const growth =
    achievedPerWeek < NO_GROWTH
      ? 'there is no net growth'
      : `the current pace is ${people(achievedPerWeek)}`;
  return week.measured && stillNeeded(week.measured, goal) === 0
    ? `The goal is met now and must be held; ${growth}.`
    : `Meeting it takes ${people(
        requiredPerWeek,
      )} new active users per week; ${growth}.`;
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
