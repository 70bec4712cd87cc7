/** @public */
export const suppressionReasons = [
  'too-few-people',
  'complementary',
  'reveals-everybody',
] as const;

/**
 * Why a number about a group of people is not shown.
 *
 * - `too-few-people`: the group is below the minimum group size.
 * - `complementary`: with it, a hidden group could be computed.
 * - `reveals-everybody`: nobody or everybody of a small group was active.
 *
 * @public
 */
export type SuppressionReason = (typeof suppressionReasons)[number];

/** @public */
export const lifecycleGranularities = ['week', 'month'] as const;

/** @public */
export type LifecycleGranularity = (typeof lifecycleGranularities)[number];

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
