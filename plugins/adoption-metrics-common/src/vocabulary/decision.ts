/**
 * What numbers of the decision count. Money is of the currency that stands
 * beside the number; a `share` is a fraction between 0 and 1.
 *
 * @public
 */
export const decisionUnits = [
  'FTE',
  'people',
  'share',
  'months',
  'years',
  'weeks',
  'teams',
  'plugins',
  'money/year',
  'money/seat/month',
] as const;

/** @public */
export type DecisionUnit = (typeof decisionUnits)[number];

/**
 * How far a number can be trusted: others have published it and nobody has
 * verified it, or it is the organization's own. A number may have another grade
 * in words.
 *
 * @public
 */
export const numberGrades = ['published, unverified', 'your own'] as const;

/** What is published of an option. @public */
export const optionNumberKinds = [
  'team',
  'developers',
  'monthsToValue',
  'costPerYear',
  'fee',
  'seatPrice',
  'adoption',
  'staffSaved',
] as const;

/** @public */
export type OptionNumberKind = (typeof optionNumberKinds)[number];

/** How a question of the decision is answered. @public */
export const questionKinds = ['number', 'choice', 'yes-no'] as const;

/** Whether there is an answer that a decision can rest on. @public */
export const answerStates = ['answered', 'stale', 'unanswered'] as const;
