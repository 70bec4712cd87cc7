import {
  PageLoadDiscardEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import { AttributedEvent } from '../activity';
import { bucketOf } from './histogram';

type Row = Record<string, string | number>;

/** Rows in which numbers under the same key are added up. */
class RowSums {
  readonly #rows = new Map<string, Row>();

  add(key: Row, numbers: Record<string, number>): void {
    const id = JSON.stringify(Object.values(key));
    const row = this.#rows.get(id) ?? { ...key };
    for (const [column, value] of Object.entries(numbers)) {
      row[column] = Number(row[column] ?? 0) + value;
    }
    this.#rows.set(id, row);
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }
}

/** Reduces page loads to the rows that remember them, each key once. */
export function collapsePageLoads(
  events: AttributedEvent[],
  targetMs: number,
): { counts: Row[]; buckets: Row[]; discards: Row[] } {
  const counts = new RowSums();
  const buckets = new RowSums();
  const discards = new RowSums();
  for (const { event, day } of events) {
    if (event.type === 'page-load') {
      const { key, ms } = describeLoad(event, day);
      const within_target = ms < targetMs ? 1 : 0;
      counts.add(
        { ...key, target_ms: targetMs },
        { loads: 1, within_target, sum_ms: Math.round(ms) },
      );
      buckets.add({ ...key, bucket: bucketOf(ms) }, { n: 1 });
    } else if (event.type === 'page-load-discard') {
      discards.add(describeDiscard(event, day), { n: 1 });
    }
  }
  return {
    counts: counts.rows(),
    buckets: buckets.rows(),
    discards: discards.rows(),
  };
}

function describeLoad(event: PageLoadEvent, day: number) {
  const { kind, method, routeId: route_id, duration } = event;
  return {
    key: { day, kind, method, route_id },
    // To the microsecond: whole milliseconds would miss the target with what
    // took a little less, and fractions of seconds are not exact.
    ms: Math.round(duration * 1_000_000) / 1_000,
  };
}

function describeDiscard(event: PageLoadDiscardEvent, day: number) {
  return { day, kind: event.kind, reason: event.reason };
}
