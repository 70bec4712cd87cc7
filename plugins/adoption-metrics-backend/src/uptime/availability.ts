import { Interval, gapsWithin, intersect, union } from '../time';
import { ComponentState, provenStates } from './components';
import { HeartbeatInterval, provenTime } from './heartbeat';
import {
  DownEvidence,
  Incident,
  PROCESSES,
  explainDowntimes,
  explainGaps,
} from './incidents';
import { findRestarts } from './restarts';
import {
  StateIntervals,
  StateTimes,
  addUp,
  assignStates,
  lengthsOf,
} from './stateTimes';

/** How time without heartbeats counts. */
export type GapPolicy = 'down' | 'unknown';

/** Evidence for a window; instants in ms UTC. */
export interface UptimeEvidence {
  window: Interval;
  /** The current time; later time is not judged. */
  now: number;
  /** When the plugin was installed, if known. */
  installedAt?: number;
  /** The very first heartbeat. */
  firstBeatAt?: number;
  /** Intervals that overlap the window, and the last one before it. */
  heartbeats: HeartbeatInterval[];
  /**
   * States of counting components, and the newest state of each component;
   * sorted by time per component.
   */
  componentStates?: ComponentState[];
  /** Maintenance to exclude. */
  maintenance?: Interval[];
  /** Defaults to `down`. */
  gaps?: GapPolicy;
}

/** Time spent in each state, and incidents. */
export interface Availability extends StateTimes {
  /** Incidents, clipped to the window, in order. */
  incidents: Incident[];
  /** The state at every moment. */
  states: StateIntervals;
  /** Start of observation; undefined without heartbeats. */
  firstObservedAt?: number;
}

/**
 * Measures the availability of the portal over time, not over checks. The
 * state of a moment is the first of these that holds:
 *
 * 1. before the first heartbeat or the installation, it is excluded;
 * 2. declared maintenance is excluded too;
 * 3. it is down while a process reports that the database is unreachable, while
 *    a component that counts is down, or while no process sends heartbeats
 *    (which is unknown instead where gaps are configured to be);
 * 4. it is unknown while a component that counts is flapping;
 * 5. otherwise it is up.
 */
export function measureAvailability(evidence: UptimeEvidence): Availability {
  const { heartbeats, now } = evidence;
  const { states, objections, silence } = findStates(evidence);
  const gaps = hasUnknownGaps(evidence)
    ? []
    : explainGaps(silence, heartbeats, now);
  return {
    ...addUp(pastOf(evidence), lengthsOf(states)),
    incidents: explainDowntimes(states, [...objections, ...gaps]),
    states,
    firstObservedAt: answersSince(evidence),
  };
}

/** Only the states of {@link measureAvailability}, which is faster. */
export function statesOf(evidence: UptimeEvidence): StateIntervals {
  return findStates(evidence).states;
}

/** The part of a window that has passed. */
export function pastOf({
  window,
  now,
}: Pick<UptimeEvidence, 'window' | 'now'>): Interval {
  const { from, to } = window;
  return { from, to: Math.max(from, Math.min(to, now)) };
}

/** Start of observation: the first heartbeat, or the installation if later. */
export function answersSince(
  evidence: Pick<UptimeEvidence, 'installedAt' | 'firstBeatAt'>,
): number | undefined {
  const { installedAt, firstBeatAt } = evidence;
  return firstBeatAt === undefined
    ? undefined
    : Math.max(firstBeatAt, installedAt ?? firstBeatAt);
}

function hasUnknownGaps({ gaps }: UptimeEvidence): boolean {
  return gaps === 'unknown';
}

function findStates(evidence: UptimeEvidence) {
  const silence = findSilence(evidence);
  const objections = [...databaseAway(evidence), ...componentsDown(evidence)];
  const unknown = componentsFlapping(evidence);
  const past = pastOf(evidence);
  const states = assignStates({
    past,
    observedSince: answersSince(evidence),
    maintenance: evidence.maintenance ?? [],
    down: hasUnknownGaps(evidence) ? objections : [...objections, ...silence],
    unknown: hasUnknownGaps(evidence) ? [...unknown, ...silence] : unknown,
  });
  const restarts = findRestarts(states.down, { past, silence, objections });
  return { states: { ...states, restarts }, objections, silence };
}

/** Time without any heartbeats, within the observed time. */
function findSilence(evidence: UptimeEvidence): Interval[] {
  const since = { from: answersSince(evidence) ?? Infinity, to: Infinity };
  const judged = intersect(pastOf(evidence), since);
  const upTimes = evidence.heartbeats
    .filter(({ state }) => state === 'up')
    .map(heartbeat => provenTime(heartbeat, evidence.now));
  return judged ? gapsWithin(judged, upTimes) : [];
}

function databaseAway({ heartbeats, now }: UptimeEvidence): DownEvidence[] {
  const known = heartbeats
    .filter(({ state }) => state === 'database')
    .map(heartbeat => provenTime(heartbeat, now));
  return union(known).map(away => ({
    ...away,
    cause: 'database',
    component: PROCESSES,
  }));
}

function componentsFlapping(evidence: UptimeEvidence): Interval[] {
  return provenStates(evidence.componentStates ?? [], evidence.now).filter(
    ({ state, counts }) => counts && state === 'flapping',
  );
}

function componentsDown(evidence: UptimeEvidence): DownEvidence[] {
  return provenStates(evidence.componentStates ?? [], evidence.now)
    .filter(({ state, counts }) => counts && state === 'down')
    .map(({ from, to, component, detail }) => ({
      from,
      to,
      cause: 'probe',
      component,
      ...(detail !== undefined && { detail }),
    }));
}
