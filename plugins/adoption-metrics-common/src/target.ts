/**
 * How a value is compared with its target.
 *
 * @public
 */
export const targetOperators = ['>=', '<'] as const;

/** @public */
export type TargetOperator = (typeof targetOperators)[number];

/**
 * The value that a metric has to reach. Shares are fractions between 0 and 1,
 * load times are in seconds.
 *
 * @public
 */
export interface Target {
  operator: TargetOperator;
  value: number;
}

/**
 * The units of metrics. A `share` is a fraction between 0 and 1.
 *
 * @public
 */
export const units = ['share', 'seconds'] as const;

/**
 * The unit of a metric: a fraction between 0 and 1, or seconds.
 *
 * @public
 */
export type Unit = (typeof units)[number];
