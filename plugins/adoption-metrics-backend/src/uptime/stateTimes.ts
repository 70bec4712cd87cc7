import {
  Interval,
  intersect,
  lengthOf,
  overlap,
  union,
  without,
} from '../time';

/** What is known about a window; in ms UTC. */
interface Findings {
  /** The part of the window that has passed. */
  past: Interval;
  /** Start of observation; undefined without any evidence. */
  observedSince: number | undefined;
  maintenance: Interval[];
  down: Interval[];
  unknown: Interval[];
}

/** Time spent in each state, in ms, and shares of it. */
export interface StateTimes {
  up: number;
  down: number;
  /** Declared maintenance. */
  maintenance: number;
  /** Time without evidence, after the start of observation. */
  unknown: number;
  beforeInstallation: number;
  /** up + down + unknown: the observed window without maintenance. */
  accountable: number;
  /**
   * up / accountable: the value of the metric. Undefined if nothing is
   * accountable.
   */
  strict?: number;
  /** up / (up + down). Undefined if nothing is known. */
  lenient?: number;
  /** (up + down) / accountable. Undefined if nothing is accountable. */
  coverage?: number;
}

/** Lengths of the parts of a window, in ms. */
type StateLengths = Record<Exclude<keyof StateIntervals, 'restarts'>, number>;

/** States as intervals, sorted and disjoint. The rest of the time was up. */
export interface StateIntervals {
  observed: Interval[];
  maintenance: Interval[];
  down: Interval[];
  unknown: Interval[];
  /** Downtimes that were only restarts. */
  restarts: Interval[];
}

/** The accountable part of a window, and what is excluded from it. */
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
 * Assigns one state to every moment, the first one that applies: before the
 * installation, maintenance, down, unknown, up.
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

/** Lengths of the intervals of {@link assignStates}. */
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

/** Sums up time by state, in ms. Observed time without another state was up. */
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
