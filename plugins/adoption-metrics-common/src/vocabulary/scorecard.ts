/** @public */
export const factIds = [
  'users-needed',
  'outside-developers',
  'daily-active',
  'weekly-active',
  'regular-users',
  'p50',
  'p95',
  'p99',
  'share-within-target',
  'route-p75',
  'route-loads',
  'lenient',
  'error-budget',
  'error-budget-used',
  'incidents',
  'longest-incident',
  'restarts',
  'fixes-needed',
] as const;

/**
 * Supporting numbers of a metric. Shares are fractions, durations are seconds,
 * everything else is a count.
 *
 * - `users-needed`: people who would have to become active to meet the target.
 * - `outside-developers`: active people who are not among the developers.
 * - `daily-active`, `weekly-active`: active developers of 1 and 7 closed days.
 * - `regular-users`: active in at least 3 of the last 4 blocks of 7 days.
 * - `p50`, `p95`, `p99`: other percentiles of the initial load, in seconds.
 * - `share-within-target`: share of initial loads faster than the target.
 * - `route-p75`, `route-loads`: the same statistic for in-app navigations.
 * - `lenient`: uptime with unknown time left out.
 * - `error-budget`, `error-budget-used`: allowed and spent downtime, seconds.
 * - `incidents`, `longest-incident`: number of down intervals; seconds.
 * - `restarts`: number of restarts, which are no incidents.
 * - `fixes-needed`: fixes needed until the target is met.
 *
 * @public
 */
export type FactId = (typeof factIds)[number];
