import { Interval, gapsWithin, intersect, lengthOf } from '../time';
import { HeartbeatInterval, provenUptime } from './heartbeat';
import { Incident, explainGaps } from './incidents';

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
}

/** How long the portal was in which state, in ms, and the shares of that. */
export interface Availability {
  /** At least one process was up. */
  up: number;
  down: number;
  /** Declared beforehand as unavailable. */
  maintenance: number;
  /** The portal answered for this time, but nobody can tell its state. */
  unknown: number;
  beforeInstallation: number;
  /** up + down + unknown: the window without maintenance and earlier time. */
  accountable: number;
  /** up / accountable: the figure that is judged. Undefined without time. */
  strict?: number;
  /** up / (up + down). Undefined without known time. */
  lenient?: number;
  /** (up + down) / accountable. Undefined without time. */
  coverage?: number;
  /** Every time down, clipped to the window, in order. */
  incidents: Incident[];
  /** Since when the portal answers for its time; undefined without a beat. */
  firstObservedAt?: number;
}

/**
 * Measures availability over time, not over checks: a moment is up when the
 * interval of at least one process covers it, otherwise down. It is defined for
 * every moment since the first beat; the time of the very first start belongs
 * to the installation.
 */
export function measureAvailability(evidence: UptimeEvidence): Availability {
  const { now, heartbeats } = evidence;
  const past = { from: evidence.window.from, to: endOfPast(evidence) };
  const firstObservedAt = observedSince(evidence);
  const observed = { from: firstObservedAt ?? Infinity, to: Infinity };
  const judged = intersect(past, observed);
  const incidents = judged ? findIncidents(judged, heartbeats, now) : [];
  const accountable = judged ? lengthOf([judged]) : 0;
  const down = lengthOf(incidents);
  const beforeInstallation = lengthOf([past]) - accountable;
  const times = { up: accountable - down, down, maintenance: 0, unknown: 0 };
  return {
    ...times,
    beforeInstallation,
    accountable,
    ...shares(times),
    incidents,
    firstObservedAt,
  };
}

function endOfPast({ window, now }: UptimeEvidence): number {
  return Math.max(window.from, Math.min(window.to, now));
}

function observedSince(evidence: UptimeEvidence): number | undefined {
  const { installedAt, firstBeatAt } = evidence;
  return firstBeatAt === undefined
    ? undefined
    : Math.max(firstBeatAt, installedAt ?? firstBeatAt);
}

function findIncidents(
  judged: Interval,
  heartbeats: HeartbeatInterval[],
  now: number,
): Incident[] {
  const upTimes = heartbeats.map(heartbeat => provenUptime(heartbeat, now));
  return explainGaps(gapsWithin(judged, upTimes), heartbeats, now);
}

function shares(
  times: Pick<Availability, 'up' | 'down' | 'unknown'>,
): Pick<Availability, 'strict' | 'lenient' | 'coverage'> {
  const { up, down, unknown } = times;
  const known = up + down;
  return {
    strict: share(up, known + unknown),
    lenient: share(up, known),
    coverage: share(known, known + unknown),
  };
}

function share(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
