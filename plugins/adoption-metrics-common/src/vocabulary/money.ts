/** What of the cost of an option an amount includes. @public */
export const costParts = ['people', 'license'] as const;

/** @public */
export type CostPart = (typeof costParts)[number];

/** What of a cost is unknown, and so in no sum. @public */
export const costGaps = [
  'people',
  'people-first',
  'people-following',
  'license',
  'hosting',
  'includes',
] as const;

/** @public */
export type CostGap = (typeof costGaps)[number];

/** In which years a role is filled: the first, those after it, or all of them. @public */
export const roleYears = ['first', 'following', 'every'] as const;

/** Those of published roles. @public */
export const publishedRoleYears = ['first', 'following'] as const;

/** @public */
export type PublishedRoleYear = (typeof publishedRoleYears)[number];

/** @public */
export type RoleYear = (typeof roleYears)[number];

/** How it stands with the day on which a switch pays for itself. @public */
export const breakEvenStates = [
  'certain',
  'possible',
  'never',
  'unknown',
] as const;

/** @public */
export type BreakEvenState = (typeof breakEvenStates)[number];

/** Where the people of the portal today are known from. @public */
export const peopleSources = ['roles', 'team', 'published'] as const;

/** @public */
export type PeopleSource = (typeof peopleSources)[number];
