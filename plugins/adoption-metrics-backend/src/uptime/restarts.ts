import { LONGEST_RESTART_SECONDS } from 'backstage-plugin-adoption-metrics-common';
import { firstEndingAfter, Interval, SECOND_MS, union } from '../time';

/** Evidence for downtime in a window; instants in ms UTC. */
interface Findings {
  /** The part of the window that has passed. */
  past: Interval;
  /** Time without heartbeats, sorted and disjoint. */
  silence: Interval[];
  /** Time with failures of the database or a component. */
  objections: Interval[];
}

/**
 * Downtimes that are only restarts: shorter than {@link
 * LONGEST_RESTART_SECONDS}, without heartbeats, and without other failures. At
 * the edges of the window or of maintenance, a gap may be longer than it seems,
 * so it does not count as a restart.
 */
export function findRestarts(down: Interval[], findings: Findings): Interval[] {
  const { past, silence, objections } = findings;
  const short = silence.filter(
    ({ from, to }) =>
      to - from < LONGEST_RESTART_SECONDS * SECOND_MS &&
      past.from < from &&
      to < past.to,
  );
  const objected = union(objections);
  return down.filter(each => {
    const around = short[firstEndingAfter(short, each.from)];
    const objection = objected[firstEndingAfter(objected, each.from)];
    return (
      around !== undefined &&
      around.from <= each.from &&
      each.to <= around.to &&
      !(objection && objection.from < each.to)
    );
  });
}
