import { bucketCounts } from './bucketRows';
import { EventCounter } from '../parts';
import { Upsert } from '../database';
import { ReportingZone } from '../time';
import {
  collapseCoverage,
  collapsePageLoadHours,
  collapsePageLoads,
} from './collapse';

const loadKey = ['day', 'kind', 'method', 'route_id'];
const hourKey = ['hour_at', 'kind', 'route_id'];

const counters = {
  counts: {
    table: 'page_load_counts',
    key: [...loadKey, 'target_ms'],
    add: ['loads', 'within_target', 'sum_ms'],
  },
  buckets: {
    table: 'page_load_buckets',
    key: [...loadKey, 'bucket'],
    add: [...bucketCounts],
  },
  hourCounts: {
    table: 'page_load_hour_counts',
    key: [...hourKey, 'target_ms'],
    add: ['loads', 'within_target', 'sum_ms'],
  },
  hourBuckets: {
    table: 'page_load_hour_buckets',
    key: [...hourKey, 'bucket'],
    add: [...bucketCounts],
  },
  navigations: {
    table: 'page_navigations',
    key: ['day', 'kind', 'route_id'],
    add: ['n'],
  },
  discards: {
    table: 'page_load_discards',
    key: ['day', 'kind', 'reason'],
    add: ['n'],
  },
  dropped: { table: 'dropped_events', key: ['day', 'reason'], add: ['n'] },
} satisfies Record<string, Omit<Upsert, 'rows'>>;

/**
 * Counts page loads by day and hour, and the events from which coverage is
 * computed.
 *
 * @param given.targetMs - faster loads are within target
 */
export function createPageLoadCounter(given: {
  targetMs: number;
  zone: ReportingZone;
}): EventCounter {
  const { targetMs, zone } = given;
  const hourOf = (instant: number) => zone.hourOf(instant);
  return {
    count(events) {
      const days = collapsePageLoads(events, targetMs);
      const hours = collapsePageLoadHours(events, { targetMs, hourOf });
      const coverage = collapseCoverage(events);
      return [
        { ...counters.counts, rows: days.counts },
        { ...counters.buckets, rows: days.buckets },
        { ...counters.hourCounts, rows: hours.counts },
        { ...counters.hourBuckets, rows: hours.buckets },
        { ...counters.navigations, rows: coverage.navigations },
        { ...counters.discards, rows: coverage.discards },
        { ...counters.dropped, rows: coverage.dropped },
      ];
    },
  };
}
