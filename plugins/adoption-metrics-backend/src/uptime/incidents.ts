import { Interval } from '../time';
import { HeartbeatInterval, provenUptime } from './heartbeat';

/**
 * Why the portal was down, judged by the process that was the last to be up.
 *
 * - `planned-restart`: it had been stopped in good order.
 * - `interruption`: it fell silent and beat again later, as on a machine that
 *   slept, or while the database was away.
 * - `crash`: it fell silent and was not heard of again.
 */
export type IncidentCause = 'crash' | 'interruption' | 'planned-restart';

/** A time without interruption in which the portal was down, in ms UTC. */
export interface Incident extends Interval {
  cause: IncidentCause;
}

interface Ending {
  at: number;
  cause: IncidentCause;
}

// Of several that fell silent at the same instant, the worst is to blame.
const bySeverity: IncidentCause[] = [
  'planned-restart',
  'interruption',
  'crash',
];

/** Names the cause of each gap; `gaps` must be sorted. */
export function explainGaps(
  gaps: Interval[],
  heartbeats: HeartbeatInterval[],
  now: number,
): Incident[] {
  const endings = sortedEndings(heartbeats, now);
  let next = 0;
  return gaps.map(gap => {
    while (next < endings.length && endings[next].at <= gap.from) {
      next += 1;
    }
    return { ...gap, cause: endings[next - 1]?.cause ?? 'crash' };
  });
}

function sortedEndings(heartbeats: HeartbeatInterval[], now: number): Ending[] {
  const lastSeq = new Map<string, number>();
  for (const { instanceId, seq } of heartbeats) {
    lastSeq.set(instanceId, Math.max(seq, lastSeq.get(instanceId) ?? seq));
  }
  const endings = heartbeats.map(heartbeat => ({
    at: provenUptime(heartbeat, now).to,
    cause: causeOfEnding(heartbeat, lastSeq.get(heartbeat.instanceId)!),
  }));
  return endings.sort((a, b) => a.at - b.at || severity(a) - severity(b));
}

function causeOfEnding(
  { closed, seq }: HeartbeatInterval,
  lastSeq: number,
): IncidentCause {
  if (closed) {
    return 'planned-restart';
  }
  return seq < lastSeq ? 'interruption' : 'crash';
}

function severity({ cause }: Ending): number {
  return bySeverity.indexOf(cause);
}
