import type { Target, Unit } from './target';

/**
 * Static properties of a metric. To add a metric, start with an entry here: its
 * id, the setting of its target, and the format of its values follow from it.
 *
 * @public
 */
export interface MetricDescriptor {
  unit: Unit;
  /** The default target. */
  target: Target;
  /** The key of the target below `adoptionMetrics.targets`. */
  targetKey: string;
  /** Description of the target, for the configuration docs. */
  targetMeaning: string;
  /** Decimals of a value, or of the percentage if the unit is a share. */
  decimals: number;
  /** `down` if a value must never look better than it is. */
  rounding: 'nearest' | 'down';
  /**
   * The relative measurement error; 0 if exact. Smaller changes are not
   * significant.
   */
  resolution: number;
  /** Whether numerator and denominator are meaningful counts. */
  counted: boolean;
  /** Days of observation that suffice for a verdict, where a whole window is not needed. */
  judgedAfterDays?: number;
}

/** The metrics, in display order. @public */
export const metricTable = {
  'active-users': {
    unit: 'share',
    target: { operator: '>=', value: 0.3 },
    targetKey: 'activeUsers',
    targetMeaning: 'Minimum share of developers who are active users',
    decimals: 1,
    rounding: 'nearest',
    resolution: 0,
    counted: true,
  },
  'page-load': {
    unit: 'seconds',
    target: { operator: '<', value: 5 },
    targetKey: 'pageLoad',
    targetMeaning: 'Seconds that the page load time must stay below',
    decimals: 1,
    rounding: 'nearest',
    // The guaranteed precision of the histogram.
    resolution: 0.01,
    counted: true,
  },
  uptime: {
    unit: 'share',
    target: { operator: '>=', value: 0.999 },
    targetKey: 'uptime',
    targetMeaning: 'Minimum share of time that the portal is up',
    decimals: 2,
    // 99.996% must not be displayed as 100%.
    rounding: 'down',
    resolution: 0,
    // Numbers of seconds, which mean nothing to a reader.
    counted: false,
    judgedAfterDays: 7,
  },
  'stale-entities': {
    unit: 'share',
    target: { operator: '<', value: 0.02 },
    targetKey: 'staleEntities',
    targetMeaning: 'Share of catalog entities that stale ones must stay below',
    decimals: 1,
    rounding: 'nearest',
    resolution: 0,
    counted: true,
  },
} as const satisfies Record<string, MetricDescriptor>;
