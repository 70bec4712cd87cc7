/**
 * The most identities that one request may merge.
 *
 * @public
 */
export const MAX_MERGES = 1_000;

/** @public */
export const exclusionReasons = [
  'guest',
  'filter',
  'configured',
  'excluded-team',
] as const;

/**
 * Why a `User` entity does not count as a developer.
 *
 * - `guest`: it is the guest that everyone is who does not sign in, which
 *   `create-app` puts into the catalog as an example.
 * - `filter`: it does not match `developers.filter`.
 * - `configured`: `developers.exclude` names it.
 * - `excluded-team`: it belongs to a group that `developers.exclude` names.
 *
 * @public
 */
export type ExclusionReason = (typeof exclusionReasons)[number];
