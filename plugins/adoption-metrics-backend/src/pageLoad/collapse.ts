import { PageLoadEvent } from 'backstage-plugin-adoption-metrics-common';
import { AttributedEvent } from '../activity';
import { Row, RowSums } from '../database';
import { Interval } from '../time';
import { bucketOf } from './histogram';

/** Reduces page loads to the rows that remember them, each key once. */
export function collapsePageLoads(
  events: Array<Pick<AttributedEvent, 'event' | 'day'>>,
  targetMs: number,
): { counts: Row[]; buckets: Row[] } {
  const counts = new RowSums();
  const buckets = new RowSums();
  for (const { event, day } of events) {
    if (event.type === 'page-load') {
      const { kind, method, routeId: route_id } = event;
      const { ms, within_target } = judgeLoad(event, targetMs);
      const key = { day, kind, method, route_id };
      counts.add(
        { ...key, target_ms: targetMs },
        { loads: 1, within_target, sum_ms: Math.round(ms) },
      );
      buckets.add({ ...key, bucket: bucketOf(ms) }, { n: 1 });
    }
  }
  return { counts: counts.rows(), buckets: buckets.rows() };
}

/** The same by hour. */
export function collapsePageLoadHours(
  events: AttributedEvent[],
  options: { targetMs: number; hourOf(instant: number): Interval },
): { counts: Row[]; buckets: Row[] } {
  const { targetMs, hourOf } = options;
  const counts = new RowSums();
  const buckets = new RowSums();
  for (const { event, at } of events) {
    if (event.type === 'page-load') {
      const { kind, routeId: route_id } = event;
      const { ms, within_target } = judgeLoad(event, targetMs);
      const key = { hour_at: hourOf(at).from, kind, route_id };
      counts.add({ ...key, target_ms: targetMs }, { loads: 1, within_target });
      buckets.add({ ...key, bucket: bucketOf(ms) }, { n: 1 });
    }
  }
  return { counts: counts.rows(), buckets: buckets.rows() };
}

/** Reduces what tells how much was measured to its rows, each key once. */
export function collapseCoverage(events: AttributedEvent[]): {
  navigations: Row[];
  discards: Row[];
  dropped: Row[];
} {
  const navigations = new RowSums();
  const discards = new RowSums();
  const dropped = new RowSums();
  for (const { event, day } of events) {
    if (event.type === 'navigation') {
      const { kind, routeId: route_id } = event;
      navigations.add({ day, kind, route_id }, { n: 1 });
    } else if (event.type === 'page-load-discard') {
      const { kind, reason } = event;
      discards.add({ day, kind, reason }, { n: 1 });
    } else if (event.type === 'dropped-events') {
      dropped.add({ day, reason: event.reason }, { n: event.count });
    }
  }
  return {
    navigations: navigations.rows(),
    discards: discards.rows(),
    dropped: dropped.rows(),
  };
}

// To the microsecond: whole milliseconds would miss the target with what took a
// little less, and fractions of seconds are not exact.
function judgeLoad({ duration }: PageLoadEvent, targetMs: number) {
  const ms = Math.round(duration * 1_000_000) / 1_000;
  return { ms, within_target: ms < targetMs ? 1 : 0 };
}
