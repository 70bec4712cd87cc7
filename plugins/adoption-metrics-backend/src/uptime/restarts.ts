import { LONGEST_RESTART_SECONDS } from 'backstage-plugin-adoption-metrics-common';
import { firstEndingAfter, Interval, SECOND_MS, union } from '../time';

/** What is known about the times down of a window; instants are ms UTC. */
interface Findings {
  /** The part of the window that is over. */
  past: Interval;
  /** When no process sent heartbeats, sorted and disjoint. */
  silence: Interval[];
  /** When a database or a component objected. */
  objections: Interval[];
}

/**
 * The times down that are mere restarts: shorter than
 * {@link LONGEST_RESTART_SECONDS}, without a process, and with nothing else
 * wrong. Silence that reaches beyond the window, or into maintenance, may be
 * longer than what is seen of it here.
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
