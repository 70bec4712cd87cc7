/**
 * The most identities that one request may merge.
 *
 * @public
 */
export const MAX_MERGES = 1_000;

/** @public */
export const exclusionReasons = [
  'filter',
  'configured',
  'excluded-team',
] as const;

/**
 * Why a `User` entity does not count as a developer.
 *
 * - `filter`: it does not match `developers.filter`.
 * - `configured`: `developers.exclude` names it.
 * - `excluded-team`: it belongs to a group that `developers.exclude` names.
 *
 * @public
 */
export type ExclusionReason = (typeof exclusionReasons)[number];
