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

/** How time without any heartbeat counts. */
export type GapPolicy = 'down' | 'unknown';

/** What is known about a window; instants are ms UTC. */
export interface UptimeEvidence {
  window: Interval;
  /** The present; what comes after it is not judged. */
  now: number;
  /** When the plugin was installed, if known. */
  installedAt?: number;
  /** The first heartbeat ever. */
  firstBeatAt?: number;
  /** Those that overlap the window, and the last that ended before it. */
  heartbeats: HeartbeatInterval[];
  /**
   * States of the components seen from outside that may object, and the newest
   * of each, each component by time.
   */
  componentStates?: ComponentState[];
  /** Declared maintenance that is excluded. */
  maintenance?: Interval[];
  /** `down` by default. */
  gaps?: GapPolicy;
}

/** How long the portal was in which state, and when and why it was not up. */
export interface Availability extends StateTimes {
  /** Every time down, clipped to the window, in order. */
  incidents: Incident[];
  /** Every moment's state. */
  states: StateIntervals;
  /** Since when time counts; undefined without a heartbeat. */
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

/** The states of {@link measureAvailability} alone, which take less to find. */
export function statesOf(evidence: UptimeEvidence): StateIntervals {
  return findStates(evidence).states;
}

/** The part of a window that is over. */
export function pastOf({
  window,
  now,
}: Pick<UptimeEvidence, 'window' | 'now'>): Interval {
  const { from, to } = window;
  return { from, to: Math.max(from, Math.min(to, now)) };
}

/** Since when time counts: the first heartbeat, or the installation if later. */
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

/** When no process sent heartbeats, in the time that counts. */
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
