import type { Target, Unit } from './target';

/**
 * What is known of a metric before it is measured. A new metric begins with
 * its entry here: its id, the setting of its target and the way in which its
 * values are written follow from it.
 *
 * @public
 */
export interface MetricDescriptor {
  unit: Unit;
  /** The target that holds unless the configuration says otherwise. */
  target: Target;
  /** The key of the target below `adoptionMetrics.targets`. */
  targetKey: string;
  /** What the target means, for the documentation of the configuration. */
  targetMeaning: string;
  /** Decimals of a value; of a percentage, where the unit is a share. */
  decimals: number;
  /** `down` where a value must never read better than it is. */
  rounding: 'nearest' | 'down';
  /**
   * The relative error with which a value is measured; 0 where it is exact. A
   * smaller change is not significant.
   */
  resolution: number;
  /** Whether numerator and denominator count things that a reader knows. */
  counted: boolean;
}

/** The metrics, in the order in which they are shown. @public */
export const metricTable = {
  'active-users': {
    unit: 'share',
    target: { operator: '>=', value: 0.3 },
    targetKey: 'activeUsers',
    targetMeaning: 'Least share of developers who are active users',
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
    // What the histogram of load times guarantees.
    resolution: 0.01,
    counted: true,
  },
  uptime: {
    unit: 'share',
    target: { operator: '>=', value: 0.999 },
    targetKey: 'uptime',
    targetMeaning: 'Least share of time that the portal is up',
    decimals: 2,
    // 99.996% is not 100%.
    rounding: 'down',
    resolution: 0,
    // Seconds, of which nobody knows how many a month has.
    counted: false,
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
