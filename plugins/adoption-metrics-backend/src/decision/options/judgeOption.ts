import {
  ComparedOption,
  OptionRequirement,
} from 'backstage-plugin-adoption-metrics-common';
import { addPeriod, Day, formatDay } from '../../time';
import { currentValue } from '../answers';
import { DecisionNumber, PublishedOption } from '../published';
import { Judged, judgeRequirement, judgeTimeToValue } from './judgeRequirement';

/** An option by itself, before it is compared with the others. */
export type JudgedOption = Omit<ComparedOption, 'rank' | 'cost'>;

/** Weeks would make dates of half a month fall on other days of the week. */
const DAYS_A_MONTH = 30;

/** Judges what an option takes and gives, for one organization today. */
export function judgeOption(
  option: PublishedOption,
  judged: Judged,
): JudgedOption {
  const { answers, facts } = judged;
  const { id, title, approach, numbers, givesUp } = option;
  const requirements = requirementsOf(option, judged);
  return {
    id,
    title,
    approach,
    isCurrent: isCurrent(option, currentValue(answers.values.hosting)),
    state: stateOf(requirements),
    requirements,
    team: teamOf(option, currentValue(answers.values.team)),
    value: valueOf(numbers.monthsToValue, facts.today),
    adoption: adoptionOf(numbers.adoption, facts.developers),
    givesUp,
  };
}

// What an option takes is what somebody says of it, and what follows from its
// numbers where nobody does.
function requirementsOf(
  option: PublishedOption,
  judged: Judged,
): OptionRequirement[] {
  const { requires, numbers } = option;
  const saysTeam = requires.some(({ fact }) => fact === 'team');
  const { team } = numbers;
  return [
    ...requires.map(requirement => judgeRequirement(requirement, judged)),
    ...(team?.low && !saysTeam ? [judgeTeam(team, judged)] : []),
    judgeTimeToValue(numbers.monthsToValue, judged),
  ];
}

function judgeTeam(number: DecisionNumber, judged: Judged) {
  const { low, published } = number;
  const requirement = { fact: 'team' as const, low: low!, number };
  return judgeRequirement({ ...requirement, origin: published.origin }, judged);
}

/** One requirement that is not met decides, whatever is unknown. */
function stateOf(requirements: OptionRequirement[]): JudgedOption['state'] {
  const states = new Set(requirements.map(({ state }) => state));
  if (states.has('not-met')) {
    return 'unfit';
  }
  return states.has('unknown') ? 'unknown' : 'fits';
}

function isCurrent(
  { isCurrent: current }: PublishedOption,
  hosting: string | undefined,
): boolean | null {
  if (!current) {
    return false;
  }
  return hosting === undefined ? null : current.hosting === hosting;
}

function teamOf(
  { numbers: { team } }: PublishedOption,
  have: number | undefined,
): JudgedOption['team'] {
  if (!team) {
    return null;
  }
  const gap =
    have === undefined || team.low === null
      ? null
      : Math.max(0, team.low - have);
  return { needed: boundsOf(team), have: have ?? null, gap };
}

function valueOf(
  months: DecisionNumber | undefined,
  today: Day,
): JudgedOption['value'] {
  return (
    (months && {
      months: boundsOf(months),
      earliest: dayAfter(today, months.low),
      latest: dayAfter(today, months.high),
    }) ??
    null
  );
}

/** Whole months by the calendar, the rest of one by its share of 30 days. */
function dayAfter(today: Day, months: number | null): string | null {
  if (months === null) {
    return null;
  }
  const whole = Math.floor(months);
  const day = addPeriod(today, `P${whole}M`) ?? today;
  return formatDay(day + Math.round((months - whole) * DAYS_A_MONTH));
}

function adoptionOf(
  share: DecisionNumber | undefined,
  developers: number | undefined,
): JudgedOption['adoption'] {
  if (!share) {
    return null;
  }
  const people = (end: number | null) =>
    end === null || developers === undefined
      ? null
      : Math.round(end * developers);
  return {
    share: boundsOf(share),
    people: { low: people(share.low), high: people(share.high) },
  };
}

function boundsOf({ low, high }: DecisionNumber) {
  return { low, high };
}
