import { MergingRows, olderThan, RetentionRule } from '../database';
import { bucketCounts } from './bucketRows';
import { detailDimensions, METRIC, WINDOW_DAYS } from './dimensions';

/** For how many days page loads are stored by page. */
export const ROUTE_DAYS = 100;

/**
 * A window, the days on which late events are accepted, and one day to close
 * them.
 */
const LEAST_DAYS = WINDOW_DAYS + 4;

const measured = { leastDays: LEAST_DAYS, windowDays: WINDOW_DAYS };

const byDay = { unit: 'day', expired: olderThan('day') } as const;
const byHour = { unit: 'ms', expired: olderThan('hour_at') } as const;

const loadKey = ['day', 'kind', 'method', 'route_id'];

const tables = {
  counts: { table: 'page_load_counts', key: [...loadKey, 'target_ms'] },
  buckets: { table: 'page_load_buckets', key: [...loadKey, 'bucket'] },
  navigations: {
    table: 'page_navigations',
    key: ['day', 'kind', 'route_id'],
  },
};

/** The rules that samples of page loads depend on. */
export const measuredPageLoads = [
  'pageLoads',
  'pageLoadRoutes',
  'pageLoadDiscards',
  'pageNavigations',
  'droppedEvents',
];

/** How long page loads are kept. */
export const pageLoadRetention: RetentionRule[] = [
  {
    name: 'pageLoadHours',
    keepDays: 8,
    leastDays: 1,
    deletes: [
      {
        table: 'page_load_hour_counts',
        key: ['hour_at', 'kind', 'route_id', 'target_ms'],
        ...byHour,
      },
      {
        table: 'page_load_hour_buckets',
        key: ['hour_at', 'kind', 'route_id', 'bucket'],
        ...byHour,
      },
    ],
  },
  {
    name: 'pageLoads',
    keepDays: 'daily',
    ...measured,
    deletes: [
      { ...tables.counts, ...byDay },
      { ...tables.buckets, ...byDay },
    ],
  },
  {
    name: 'pageLoadRoutes',
    keepDays: ROUTE_DAYS,
    ...measured,
    merges: [
      mergeRoutes(tables.counts, ['loads', 'within_target', 'sum_ms']),
      mergeRoutes(tables.buckets, [...bucketCounts]),
      mergeRoutes(tables.navigations, ['n']),
    ],
  },
  {
    name: 'pageLoadDiscards',
    keepDays: 'daily',
    ...measured,
    deletes: [
      { table: 'page_load_discards', key: ['day', 'kind', 'reason'], ...byDay },
    ],
  },
  {
    name: 'pageNavigations',
    keepDays: 'daily',
    ...measured,
    deletes: [{ ...tables.navigations, ...byDay }],
  },
  {
    name: 'droppedEvents',
    keepDays: 'daily',
    ...measured,
    deletes: [{ table: 'dropped_events', key: ['day', 'reason'], ...byDay }],
  },
  {
    name: 'pageLoadDetails',
    keepDays: 35,
    leastDays: 1,
    deletes: [
      {
        table: 'samples',
        key: ['metric', 'dimension', 'member', 'day'],
        unit: 'day',
        expired: (rows, before) => {
          rows
            .where('day', '<', before)
            .where({ metric: METRIC })
            .whereIn('dimension', detailDimensions);
        },
      },
    ],
  },
];

function mergeRoutes(
  target: { table: string; key: string[] },
  add: string[],
): MergingRows {
  return { ...target, column: 'route_id', value: 'all', add };
}
