import { Knex } from 'knex';
import { AttributedEvent, EventWriter } from '../activity';
import { addRows, Row } from '../database';
import { ReportingZone } from '../time';
import {
  collapseCoverage,
  collapsePageLoadHours,
  collapsePageLoads,
} from './collapse';

interface Counters {
  table: string;
  key: string[];
  add: string[];
}

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
    add: ['n'],
  },
  hourCounts: {
    table: 'page_load_hour_counts',
    key: [...hourKey, 'target_ms'],
    add: ['loads', 'within_target', 'sum_ms'],
  },
  hourBuckets: {
    table: 'page_load_hour_buckets',
    key: [...hourKey, 'bucket'],
    add: ['n'],
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
} satisfies Record<string, Counters>;

/** Counts page loads by day and hour, and what tells how many there were. */
export class PageLoadWriter implements EventWriter {
  constructor(
    private readonly options: {
      /** Below it a load counts as within target, in ms. */
      targetMs: number;
      zone: ReportingZone;
    },
  ) {}

  async write(tx: Knex, events: AttributedEvent[]): Promise<void> {
    for (const [target, rows] of this.#collapse(events)) {
      if (rows.length > 0) {
        await addRows(tx, target, rows);
      }
    }
  }

  #collapse(events: AttributedEvent[]): Array<[Counters, Row[]]> {
    const { targetMs, zone } = this.options;
    const hourOf = (instant: number) => zone.hourOf(instant);
    const days = collapsePageLoads(events, targetMs);
    const hours = collapsePageLoadHours(events, { targetMs, hourOf });
    const coverage = collapseCoverage(events);
    return [
      [counters.counts, days.counts],
      [counters.buckets, days.buckets],
      [counters.hourCounts, hours.counts],
      [counters.hourBuckets, hours.buckets],
      [counters.navigations, coverage.navigations],
      [counters.discards, coverage.discards],
      [counters.dropped, coverage.dropped],
    ];
  }
}
