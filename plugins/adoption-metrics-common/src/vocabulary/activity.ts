/** @public */
export const suppressionReasons = ['too-few-people'] as const;

/**
 * Why a number about a group of people is not shown.
 *
 * - `too-few-people`: the group is below the minimum group size.
 *
 * @public
 */
export type SuppressionReason = (typeof suppressionReasons)[number];

/** @public */
export const breakdownGranularities = ['week', 'four-weeks'] as const;

/**
 * The periods by which people are broken down. They share no day.
 *
 * - `week`: an ISO week.
 * - `four-weeks`: four ISO weeks, always the same ones.
 *
 * @public
 */
export type BreakdownGranularity = (typeof breakdownGranularities)[number];

/** @public */
export const breakdownStatuses = [
  'published',
  'organization-too-small',
  'no-closed-period',
] as const;

/**
 * Whether people are broken down in a period.
 *
 * - `published`: they are.
 * - `organization-too-small`: fewer people than twice the minimum group size.
 * - `no-closed-period`: no period of this length is over yet.
 *
 * @public
 */
export type BreakdownStatus = (typeof breakdownStatuses)[number];

/** @public */
export const publishedGroupKinds = ['team', 'pooled', 'others'] as const;

/**
 * What a published group of people is.
 *
 * - `team`: a team with everybody in the teams below it.
 * - `pooled`: teams that are too small to stand alone, together.
 * - `others`: everybody in a team, or in the organization, who is in none of the
 *   groups published below it.
 *
 * @public
 */
export type PublishedGroupKind = (typeof publishedGroupKinds)[number];

/** @public */
export const activityGranularities = [
  'day',
  'week',
  'four-weeks',
  'month',
] as const;

/** @public */
export type ActivityGranularity = (typeof activityGranularities)[number];

/** @public */
export const activityMeasures = [
  'monthly',
  'weekly',
  'daily',
  'regular',
  'stickiness',
] as const;

/**
 * What a series of activity shows.
 *
 * - `monthly`, `weekly`, `daily`: active users of 28, 7 and 1 days.
 * - `regular`: active in at least 3 of the last 4 trailing 7-day blocks.
 * - `stickiness`: mean daily active users on working days, per 28-day active
 *   user.
 *
 * @public
 */
export type ActivityMeasure = (typeof activityMeasures)[number];
