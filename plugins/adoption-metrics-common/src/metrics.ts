/**
 * The four metrics of the scorecard, in the order in which they are shown.
 *
 * @public
 */
export const metricIds = [
  'active-users',
  'page-load',
  'uptime',
  'stale-entities',
] as const;

/**
 * Identifies one of the four metrics.
 *
 * @public
 */
export type MetricId = (typeof metricIds)[number];

/**
 * How a value is compared with its target.
 *
 * @public
 */
export const targetOperators = ['>=', '<'] as const;

/** @public */
export type TargetOperator = (typeof targetOperators)[number];

/**
 * The value a metric has to reach. Shares are fractions between 0 and 1, load
 * times are seconds.
 *
 * @public
 */
export interface Target {
  operator: TargetOperator;
  value: number;
}

/**
 * The targets that hold unless the configuration says otherwise.
 *
 * @public
 */
export const defaultTargets: Record<MetricId, Target> = {
  'active-users': { operator: '>=', value: 0.3 },
  'page-load': { operator: '<', value: 5 },
  uptime: { operator: '>=', value: 0.999 },
  'stale-entities': { operator: '<', value: 0.02 },
};

/**
 * Whether a metric meets its target. A metric that cannot be judged is
 * `undecided` and says why with an {@link UndecidedReason}.
 *
 * @public
 */
export const metricStatuses = ['met', 'missed', 'undecided'] as const;

/** @public */
export type MetricStatus = (typeof metricStatuses)[number];

/**
 * Why a metric has no verdict.
 *
 * - `no-data`: nothing has been observed yet.
 * - `window-incomplete`: collection began after the window did.
 * - `too-few-samples`: too little was observed for the statistic to mean much.
 * - `stale-evidence`: the newest observation is too old to speak of today.
 * - `misconfigured`: the metric contradicts itself, such as more active people
 *   than developers.
 *
 * @public
 */
export const undecidedReasons = [
  'no-data',
  'window-incomplete',
  'too-few-samples',
  'stale-evidence',
  'misconfigured',
] as const;

/** @public */
export type UndecidedReason = (typeof undecidedReasons)[number];
