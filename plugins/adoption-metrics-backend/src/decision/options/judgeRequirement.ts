import {
  OptionRequirement,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Answers, currentValue } from '../answers';
import { Facts } from '../facts';
import { DecisionNumber, formatOrigin, PublishedOption } from '../published';
import { knownOf, whyUnknown } from './known';
import { requirementWords, Wanted } from './requirementWords';
import { writeLimits, writeNumber } from './write';

type Requirement = PublishedOption['requires'][number];
type Verdict = Pick<OptionRequirement, 'state' | 'reason' | 'answer'>;

const UNTIMED: Verdict = {
  state: 'unknown',
  reason: 'The time it takes is unknown.',
  answer: null,
};

/** What requirements are judged by. */
export interface Judged {
  answers: Answers;
  facts: Facts;
  /** ISO 4217. */
  currency: string;
}

/** Whether an organization has what an option takes. */
export function judgeRequirement(
  requirement: Requirement,
  { answers, facts, currency }: Judged,
): OptionRequirement {
  const { fact, origin, number } = requirement;
  const { title, requires, have } = requirementWords[fact];
  const known = knownOf(fact, answers, facts);
  const open = requirement.unknown ?? whyOpen(requirement);
  const verdict: Verdict =
    known.value === undefined
      ? { state: 'unknown', reason: known.reason, answer: known.answer }
      : {
          state: open ? 'unknown' : judge(requirement, known.value),
          reason: open ?? have(known.value as never, currency),
          answer: null,
        };
  return {
    id: fact,
    title,
    requires: `${requires(requirement, currency)}.`,
    ...verdict,
    wanted: wantedOf(requirement),
    have: known.value ?? null,
    source: number?.replaced ? null : formatOrigin(origin),
  };
}

/** Why nothing can be held against a bound; undefined if something can. */
function whyOpen({ low, high, below, oneOf, is }: Requirement) {
  const bounds = [low, high, below, oneOf, is];
  return bounds.every(bound => bound === undefined || bound === null)
    ? 'The effort it takes is unknown.'
    : undefined;
}

function judge(
  requirement: Requirement,
  value: number | boolean | string,
): 'met' | 'not-met' {
  return isMet(requirement, value) ? 'met' : 'not-met';
}

function isMet(
  { low, high, below, oneOf, is }: Requirement,
  value: number | boolean | string,
): boolean {
  if (typeof value === 'number') {
    return (
      value >= (low ?? -Infinity) &&
      value <= (high ?? Infinity) &&
      value < (below ?? Infinity)
    );
  }
  return typeof value === 'string' ? !!oneOf?.includes(value) : value === is;
}

/** Whether an option is of value by when it is needed. */
export function judgeTimeToValue(
  months: DecisionNumber | undefined,
  { answers }: Pick<Judged, 'answers'>,
): OptionRequirement {
  const isKnown = months !== undefined && !isOpen(months);
  return {
    id: 'timeToValue',
    title: 'Time to value',
    requires: isKnown
      ? `${writeLimits(months, writeNumber, 'months')}.`
      : 'An unknown number of months.',
    ...(isKnown ? judgeMonths(months, answers) : UNTIMED),
    wanted: wantedOf(months ?? {}),
    have: currentValue(answers.values.monthsUntilNeeded) ?? null,
    source: months ? sourceOf(months) : null,
  };
}

function wantedOf({
  low,
  high,
  below,
  oneOf,
  is,
}: Wanted): OptionRequirement['wanted'] {
  return {
    low: low ?? null,
    high: high ?? null,
    below: below ?? null,
    oneOf: oneOf ?? null,
    is: is ?? null,
  };
}

// What is there in time at its best only is no promise.
function judgeMonths(
  { low, high }: DecisionNumber,
  { values: { monthsUntilNeeded } }: Answers,
): Verdict {
  const needed = currentValue(monthsUntilNeeded);
  if (needed === undefined) {
    const reason = whyUnknown(monthsUntilNeeded);
    return { state: 'unknown', reason, answer: 'monthsUntilNeeded' };
  }
  const said = `You need it within ${writeCount(needed, 'month', 'months')}`;
  if ((high ?? Infinity) <= needed) {
    return { state: 'met', reason: `${said}.`, answer: null };
  }
  return (low ?? 0) <= needed
    ? {
        state: 'unknown',
        reason: `${said}: only in the best case.`,
        answer: null,
      }
    : { state: 'not-met', reason: `${said}.`, answer: null };
}

/** Who says so; null for what somebody has replaced. */
export function sourceOf({ published, replaced }: DecisionNumber) {
  return replaced ? null : formatOrigin(published.origin);
}

function isOpen({ low, high }: DecisionNumber): boolean {
  return low === null && high === null;
}
