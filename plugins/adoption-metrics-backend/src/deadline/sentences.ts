import {
  ChosenOption,
  inEnglish,
  say,
  Wording,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay, lastDayOfWeek, weekOf } from '../time';
import { Deadline } from './Deadline';
import { DeadlineWeek } from './DeadlineWeek';

/** People a week that read as 0.0. */
const NO_GROWTH = 0.05;

/** How many more active users are needed; 0 if the goal is reached. */
export function stillNeeded(
  { active, developers }: { active: number; developers: number },
  goal: number,
): number {
  const needed = Math.ceil(Number((goal * developers).toFixed(6)));
  return Math.max(0, needed - active);
}

/** What is known of a deadline at the end of a week, in English. */
export function sentenceOf(week: DeadlineWeek, deadline: Deadline): string {
  return inEnglish(sayWeek(week, deadline));
}

/**
 * Describes a deadline at the end of a week. Never says that it will fail,
 * because a late surge cannot be predicted.
 */
export function sayWeek(week: DeadlineWeek, deadline: Deadline): Wording[] {
  const { state } = week;
  switch (state) {
    case 'achieved':
      return achieved(week, deadline);
    case 'missed':
      return [missedBy(week, deadline), say('deadline.decide')];
    case 'insufficient-data':
      return [week.week < deadline.date ? waiting(week) : unmeasured(deadline)];
    case 'at-risk':
    case 'watch':
      return [...outlook(state, week, deadline), pace(week, deadline)];
    default:
      return outlook(state, week, deadline);
  }
}

/** What is known of a missed deadline once somebody decided how to go on. */
export function sayOnceDecided(
  week: DeadlineWeek,
  deadline: Deadline,
  { day, decision }: { day: Day; decision: ChosenOption },
): Wording[] {
  return [
    missedBy(week, deadline),
    say('deadline.decided', { day: sayDay(day), option: decision.title }),
  ];
}

function achieved(
  { measured, week }: DeadlineWeek,
  { goal, hold }: Deadline,
): Wording[] {
  const held = say('deadline.achieved', {
    goal: percent(goal, goal),
    count: hold,
  });
  return measured
    ? [
        held,
        say('deadline.active', {
          day: sayDay(week),
          count: measured.active,
          developers: say('deadline.developers', {
            count: measured.developers,
          }),
        }),
      ]
    : [held];
}

function missedBy({ measured }: DeadlineWeek, deadline: Deadline): Wording {
  const goal = percent(deadline.goal, deadline.goal);
  return measured
    ? say('deadline.missed-at', {
        share: percent(measured.active / measured.developers, deadline.goal),
        active: measured.active,
        developers: measured.developers,
        goal,
      })
    : say('deadline.missed', { goal });
}

function unmeasured({ goal, hold }: Deadline): Wording {
  return say('deadline.unmeasured', { count: hold, goal: percent(goal, goal) });
}

function waiting({ week, samplesMissing = 0 }: DeadlineWeek): Wording {
  return samplesMissing === 0
    ? say('deadline.no-data')
    : say('deadline.waiting', {
        count: samplesMissing,
        day: sayDay(lastDayOfWeek(weekOf(week) + samplesMissing)),
      });
}

function outlook(
  state: 'at-risk' | 'watch' | 'on-track',
  { forecast }: DeadlineWeek,
  { goal, date }: Deadline,
): Wording[] {
  const { end, probability } = forecast!;
  return [
    say(`deadline.${state}`, {
      median: percent(end.median, goal),
      day: sayDay(date),
      low: percent(end.low, goal),
      high: percent(end.high, goal),
    }),
    say('deadline.probability', {
      goal: percent(goal, goal),
      probability: chance(probability),
    }),
  ];
}

function pace(week: DeadlineWeek, { goal }: Deadline): Wording {
  const { achievedPerWeek, requiredPerWeek } = week.forecast!;
  const growth =
    achievedPerWeek < NO_GROWTH
      ? say('deadline.no-growth')
      : say('deadline.growth', { people: people(achievedPerWeek) });
  return week.measured && stillNeeded(week.measured, goal) === 0
    ? say('deadline.hold', { growth })
    : say('deadline.needed', { people: people(requiredPerWeek), growth });
}

function people(perWeek: number): WordingValue | Wording {
  if (perWeek < NO_GROWTH) {
    return say('deadline.under', {
      value: { type: 'decimal', value: 0.1, decimals: 1 },
    });
  }
  const decimals = perWeek < 10 ? 1 : 0;
  return { type: 'decimal', value: perWeek, decimals };
}

function chance(probability: number): WordingValue | Wording {
  if (probability < 0.01) {
    return say('deadline.under', { value: { type: 'percent', value: 0.01 } });
  }
  return probability > 0.99
    ? say('deadline.over', { value: { type: 'percent', value: 0.99 } })
    : { type: 'percent', value: probability };
}

/** A share in percent, never rounded across the goal. */
function percent(share: number, goal: number): WordingValue {
  return {
    type: 'share',
    value: share,
    target: { operator: '>=', value: goal },
  };
}
