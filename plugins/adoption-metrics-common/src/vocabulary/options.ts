/** What has to be known of an organization, by which options are judged. @public */
export const requirementIds = [
  'developers',
  'team',
  'frontendSkills',
  'catalogDiscipline',
  'horizonYears',
  'customization',
  'monthsUntilNeeded',
  'internalTools',
  'budgetPerYear',
  'timeToValue',
] as const;

/** Whether something is the case; `unknown` is never taken for either. @public */
export const judgments = ['met', 'not-met', 'unknown'] as const;

/**
 * How an option is got: a portal of one's own, a product, or more of what is
 * there.
 *
 * @public
 */
export const approaches = ['build', 'buy', 'extend'] as const;

/** How options may be sorted. @public */
export const optionOrders = [
  'rank',
  'title',
  'team',
  'value',
  'people',
  'cost',
  'cost-per-active',
] as const;

/** What can be decided beside an option. @public */
export const genericChoices = ['stay', 'stop'] as const;
