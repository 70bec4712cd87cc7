import {
  downtimeKinds,
  incidentCauseIds,
} from 'backstage-plugin-adoption-metrics-common';
import { firstEndingAfter, Interval, intersect } from '../time';
import { HeartbeatInterval, provenTime } from './heartbeat';

/**
 * Why the portal was down; of the ids, the later explains more.
 *
 * - `probe`: a check from outside that counts failed.
 * - `planned-restart`: the last process that was up had been shut down cleanly.
 * - `interruption`: it stopped responding and came back later, as on a machine
 *   that slept.
 * - `crash`: it stopped responding and did not come back.
 * - `database`: a process was ready, but could not reach its database.
 */
type IncidentCause = (typeof incidentCauseIds)[number];

type DowntimeKind = (typeof downtimeKinds)[number];

/** The component name for the portal's own processes. */
export const PROCESSES = 'processes';

/** Evidence of downtime, in ms UTC. */
export interface DownEvidence extends Interval {
  cause: IncidentCause;
  /** The component that was down. */
  component: string;
  /** What was wrong, such as `status 502`. */
  detail?: string;
}

/** Continuous downtime, in ms UTC. */
export interface Incident extends Interval {
  /** Whether it was only a restart. */
  kind: DowntimeKind;
  /** How it began. */
  cause: IncidentCause;
  /** All evidence, by start. */
  evidence: DownEvidence[];
}

interface Ending {
  at: number;
  cause: IncidentCause;
}

/**
 * Determines the cause of each gap between heartbeats; `gaps` must be sorted.
 */
export function explainGaps(
  gaps: Interval[],
  heartbeats: HeartbeatInterval[],
  now: number,
): DownEvidence[] {
  const endings = sortedEndings(heartbeats, now);
  let next = 0;
  return gaps.map(gap => {
    while (next < endings.length && endings[next].at <= gap.from) {
      next += 1;
    }
    const cause = endings[next - 1]?.cause ?? 'crash';
    return { ...gap, cause, component: PROCESSES };
  });
}

/**
 * Assigns evidence to downtimes that it overlaps. `down` must be sorted and
 * disjoint.
 */
export function explainDowntimes(
  { down, restarts }: { down: Interval[]; restarts: Interval[] },
  evidence: DownEvidence[],
): Incident[] {
  const incidents = down.map(({ from, to }) => ({
    from,
    to,
    kind: kindOf({ from, to }, restarts),
    evidence: [] as DownEvidence[],
  }));
  for (const each of [...evidence].sort(byOnset)) {
    for (
      let i = firstEndingAfter(incidents, each.from);
      i < incidents.length;
      i++
    ) {
      const shared = intersect(incidents[i], each);
      if (!shared) {
        break;
      }
      incidents[i].evidence.push({ ...each, ...shared });
    }
  }
  return incidents.map(incident => ({
    ...incident,
    cause: incident.evidence.sort(byOnset)[0].cause,
  }));
}

/** Whether a downtime is one of the `restarts`. */
export function kindOf({ from }: Interval, restarts: Interval[]): DowntimeKind {
  const next = restarts[firstEndingAfter(restarts, from)];
  return next && next.from <= from ? 'restart' : 'incident';
}

// Of evidence with the same start, the one that explains more comes first.
function byOnset(a: DownEvidence, b: DownEvidence): number {
  return a.from - b.from || rank(b) - rank(a);
}

function sortedEndings(heartbeats: HeartbeatInterval[], now: number): Ending[] {
  const bySeq = new Map<string, HeartbeatInterval>();
  const lastSeq = new Map<string, number>();
  for (const heartbeat of heartbeats) {
    const { instanceId, seq } = heartbeat;
    bySeq.set(`${seq} ${instanceId}`, heartbeat);
    lastSeq.set(instanceId, Math.max(seq, lastSeq.get(instanceId) ?? seq));
  }
  const endings = heartbeats.map(heartbeat => {
    const { instanceId, seq } = heartbeat;
    const isLast = seq === lastSeq.get(instanceId);
    const next = bySeq.get(`${seq + 1} ${instanceId}`);
    const at = provenTime(heartbeat, now).to;
    return { at, cause: causeOfEnding(heartbeat, isLast, next) };
  });
  // If several processes stopped at the same instant, the worst cause counts.
  return endings.sort((a, b) => a.at - b.at || rank(a) - rank(b));
}

function causeOfEnding(
  heartbeat: HeartbeatInterval,
  isLast: boolean,
  next: HeartbeatInterval | undefined,
): IncidentCause {
  if (heartbeat.closed) {
    return 'planned-restart';
  }
  if (next?.state === 'database') {
    return 'database';
  }
  return isLast ? 'crash' : 'interruption';
}

function rank({ cause }: Ending | DownEvidence): number {
  return incidentCauseIds.indexOf(cause);
}
