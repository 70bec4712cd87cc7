import { metricTable, type MetricDescriptor } from './metricTable';
import type { Target } from './target';

export { metricTable, type MetricDescriptor } from './metricTable';
export * from './target';

/**
 * Identifies a metric.
 *
 * @public
 */
export type MetricId = keyof typeof metricTable;

/** Static properties of all metrics. @public */
export const metricDescriptors: Record<MetricId, MetricDescriptor> =
  metricTable;

/** The metrics of the scorecard, in display order. @public */
export const metricIds = Object.keys(metricTable) as [MetricId, ...MetricId[]];

/** The default targets. @public */
export const defaultTargets = Object.fromEntries(
  metricIds.map(id => [id, metricTable[id].target]),
) as Record<MetricId, Target>;

/**
 * Whether a metric meets its target. An `undecided` metric has an {@link
 * UndecidedReason}.
 *
 * @public
 */
export const metricStatuses = ['met', 'missed', 'undecided'] as const;

/** @public */
export type MetricStatus = (typeof metricStatuses)[number];

/**
 * Why a metric is undecided.
 *
 * - `no-data`: no data yet.
 * - `window-incomplete`: collection began after the window did.
 * - `too-few-samples`: too little was observed for the statistic to mean much.
 * - `stale-evidence`: the newest observation is too old.
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
