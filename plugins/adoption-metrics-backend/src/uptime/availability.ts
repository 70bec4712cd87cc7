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
import { StateIntervals, StateTimes, addUp, assignStates } from './stateTimes';

/** How the time counts in which no process was heard of. */
export type GapPolicy = 'down' | 'unknown';

/** What is known about a window; instants are ms UTC. */
export interface UptimeEvidence {
  window: Interval;
  /** The present; what comes after it is not judged. */
  now: number;
  /** When the plugin was installed, if known. */
  installedAt?: number;
  /** The first beat ever. */
  firstBeatAt?: number;
  /** Those that overlap the window, and the last that ended before it. */
  heartbeats: HeartbeatInterval[];
  /** States of the components seen from outside, each component by time. */
  componentStates?: ComponentState[];
  /** Times that were declared as unavailable and are left out. */
  maintenance?: Interval[];
  /** `down` unless it says otherwise. */
  gaps?: GapPolicy;
}

/** How long the portal was in which state, and when and why it was not up. */
export interface Availability extends StateTimes {
  /** Every time down, clipped to the window, in order. */
  incidents: Incident[];
  /** Every moment's state. */
  states: StateIntervals;
  /** Since when the portal answers for its time; undefined without a beat. */
  firstObservedAt?: number;
}

/**
 * Measures the availability of the portal over time, not over checks. The
 * state of a moment is the first of these that holds:
 *
 * 1. before the first beat or the installation, it is left out;
 * 2. maintenance that was declared is left out too;
 * 3. it is down while a process says that the database is away, while a
 *    component that counts is down, or while no process beats (which is
 *    unknown instead where gaps are configured to be);
 * 4. otherwise it is up.
 */
export function measureAvailability(evidence: UptimeEvidence): Availability {
  const past = pastOf(evidence);
  const observedSince = answersSince(evidence);
  const evidenceOfDowntime = [
    ...databaseAway(evidence),
    ...componentsDown(evidence),
  ];
  const silence = findSilence(past, observedSince, evidence);
  const unknown = evidence.gaps === 'unknown' ? silence : [];
  if (evidence.gaps !== 'unknown') {
    evidenceOfDowntime.push(...silence);
  }
  const states = assignStates({
    past,
    observedSince,
    maintenance: evidence.maintenance ?? [],
    down: evidenceOfDowntime,
    unknown,
  });
  return {
    ...addUp(past, states),
    incidents: explainDowntimes(states.down, evidenceOfDowntime),
    states,
    firstObservedAt: observedSince,
  };
}

/** The part of a window that is over. */
export function pastOf({
  window,
  now,
}: Pick<UptimeEvidence, 'window' | 'now'>): Interval {
  const { from, to } = window;
  return { from, to: Math.max(from, Math.min(to, now)) };
}

/** Since when the portal answers for its time. */
export function answersSince(
  evidence: Pick<UptimeEvidence, 'installedAt' | 'firstBeatAt'>,
): number | undefined {
  const { installedAt, firstBeatAt } = evidence;
  return firstBeatAt === undefined
    ? undefined
    : Math.max(firstBeatAt, installedAt ?? firstBeatAt);
}

function findSilence(
  past: Interval,
  observedSince: number | undefined,
  { heartbeats, now }: UptimeEvidence,
): DownEvidence[] {
  const judged = intersect(past, {
    from: observedSince ?? Infinity,
    to: Infinity,
  });
  const upTimes = heartbeats
    .filter(({ state }) => state === 'up')
    .map(heartbeat => provenTime(heartbeat, now));
  const gaps = judged ? gapsWithin(judged, upTimes) : [];
  return explainGaps(gaps, heartbeats, now);
}

function databaseAway({ heartbeats, now }: UptimeEvidence): DownEvidence[] {
  const told = heartbeats
    .filter(({ state }) => state === 'database')
    .map(heartbeat => provenTime(heartbeat, now));
  return union(told).map(away => ({
    ...away,
    cause: 'database',
    component: PROCESSES,
  }));
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
