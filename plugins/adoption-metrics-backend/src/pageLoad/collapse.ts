import { PageLoadEvent } from 'backstage-plugin-adoption-metrics-common';
import { AttributedEvent } from '../parts';
import { Row, RowSums } from '../database';
import { Interval } from '../time';
import { LoadSums } from './LoadSums';

type LoadKey = { kind: string; route_id: string };

/** Sums up page loads by day. */
export function collapsePageLoads(
  events: Array<Pick<AttributedEvent, 'event' | 'day'>>,
  targetMs: number,
) {
  const sums = new LoadSums<LoadKey & { day: number; method: string }>(
    targetMs,
  );
  for (const { event, day } of events) {
    if (event.type === 'page-load') {
      const { kind, method, routeId: route_id } = event;
      sums.add(
        `${day} ${kind} ${method} ${route_id}`,
        () => ({ day, kind, method, route_id }),
        millisecondsOf(event),
      );
    }
  }
  return sums.rows();
}

/** Sums up page loads by hour. */
export function collapsePageLoadHours(
  events: AttributedEvent[],
  options: { targetMs: number; hourOf(instant: number): Interval },
) {
  const sums = new LoadSums<LoadKey & { hour_at: number }>(options.targetMs);
  for (const { event, at } of events) {
    if (event.type === 'page-load') {
      const { kind, routeId: route_id } = event;
      const hour_at = options.hourOf(at).from;
      sums.add(
        `${hour_at} ${kind} ${route_id}`,
        () => ({ hour_at, kind, route_id }),
        millisecondsOf(event),
      );
    }
  }
  return sums.rows();
}

/** Sums up the events from which coverage is computed. */
export function collapseCoverage(events: AttributedEvent[]) {
  const navigations = new RowSums<Row & { n: number }>();
  const discards = new RowSums<Row & { n: number }>();
  const dropped = new RowSums<Row & { n: number }>();
  for (const { event, day } of events) {
    if (event.type === 'navigation') {
      const { kind, routeId: route_id } = event;
      const create = () => ({ day, kind, route_id, n: 0 });
      navigations.at(`${day} ${kind} ${route_id}`, create).n += 1;
    } else if (event.type === 'page-load-discard') {
      const { kind, reason } = event;
      const create = () => ({ day, kind, reason, n: 0 });
      discards.at(`${day} ${kind} ${reason}`, create).n += 1;
    } else if (event.type === 'dropped-events') {
      const { reason, count } = event;
      dropped.at(`${day} ${reason}`, () => ({ day, reason, n: 0 })).n += count;
    }
  }
  return {
    navigations: navigations.rows(),
    discards: discards.rows(),
    dropped: dropped.rows(),
  };
}

// Rounded to microseconds. Whole milliseconds would push loads just below the
// target over it, and seconds as floats are not exact.
function millisecondsOf({ duration }: PageLoadEvent): number {
  return Math.round(duration * 1_000_000) / 1_000;
}
