import {
  Interval,
  intersect,
  lengthOf,
  overlap,
  union,
  without,
} from '../time';

/** What is known of the moments of a window; all in ms UTC. */
interface Findings {
  /** The part of the window that is over. */
  past: Interval;
  /** Since when there is an answer; undefined without any evidence. */
  observedSince: number | undefined;
  maintenance: Interval[];
  down: Interval[];
  unknown: Interval[];
}

/** How long something was in which state, in ms, and the shares of that. */
export interface StateTimes {
  up: number;
  down: number;
  /** Declared as unavailable. */
  maintenance: number;
  /** There is no evidence for this time, though there was some before. */
  unknown: number;
  beforeInstallation: number;
  /** up + down + unknown: the window without maintenance and earlier time. */
  accountable: number;
  /** up / accountable: the metric that is judged. Undefined without time. */
  strict?: number;
  /** up / (up + down). Undefined without known time. */
  lenient?: number;
  /** (up + down) / accountable. Undefined without time. */
  coverage?: number;
}

/** Lengths in ms of the parts of a window. */
type StateLengths = Record<Exclude<keyof StateIntervals, 'restarts'>, number>;

/** The same, moment by moment: sorted and disjoint, what is left was up. */
export interface StateIntervals {
  observed: Interval[];
  maintenance: Interval[];
  down: Interval[];
  unknown: Interval[];
  /** Those of the times down that were mere restarts. */
  restarts: Interval[];
}

/** Which part of a window is accounted for, and what is excluded from it. */
export function findAccountable(
  findings: Pick<Findings, 'past' | 'observedSince' | 'maintenance'>,
) {
  const { past, observedSince = Infinity } = findings;
  const judged = intersect(past, { from: observedSince, to: Infinity });
  const observed = judged ? [judged] : [];
  const maintenance = overlap(observed, union(findings.maintenance));
  return { observed, maintenance, accountable: without(observed, maintenance) };
}

/**
 * Gives every moment one state, of those that claim it the first of: before
 * the installation, maintenance, down, unknown, up.
 */
export function assignStates(
  findings: Findings,
): Omit<StateIntervals, 'restarts'> {
  const { observed, maintenance, accountable } = findAccountable(findings);
  const down = overlap(accountable, union(findings.down));
  const unknown = without(
    overlap(accountable, union(findings.unknown)),
    findings.down,
  );
  return { observed, maintenance, down, unknown };
}

/** How long what {@link assignStates} found is. */
export function lengthsOf(
  states: Omit<StateIntervals, 'restarts'>,
): StateLengths {
  return {
    observed: lengthOf(states.observed),
    maintenance: lengthOf(states.maintenance),
    down: lengthOf(states.down),
    unknown: lengthOf(states.unknown),
  };
}

/** Adds up times in ms; what of the observed is none of the others was up. */
export function addUp(past: Interval, lengths: StateLengths): StateTimes {
  const { observed, maintenance, down, unknown } = lengths;
  const accountable = observed - maintenance;
  const known = accountable - unknown;
  const up = known - down;
  return {
    up,
    down,
    maintenance,
    unknown,
    beforeInstallation: past.to - past.from - observed,
    accountable,
    strict: share(up, accountable),
    lenient: share(up, known),
    coverage: share(known, accountable),
  };
}

function share(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
