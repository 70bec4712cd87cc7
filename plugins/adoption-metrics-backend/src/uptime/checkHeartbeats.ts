import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, MINUTE_MS, SECOND_MS } from '../time';
import { describeDatabaseError, OwnConnection } from '../database';
import { reaches } from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

const about = { id: 'heartbeats', label: 'Backend heartbeats' };

/**
 * Whether at least one process sends heartbeats.
 *
 * @param connection - used by this process for its own heartbeats
 * @param now - ms UTC
 */
export async function checkHeartbeats(
  heartbeats: Pick<HeartbeatStore, 'during' | 'newestBeatAt'>,
  connection: Pick<OwnConnection, 'refusal'>,
  now: number,
): Promise<Diagnostic> {
  const newest = await heartbeats.newestBeatAt();
  if (newest === undefined) {
    return {
      ...about,
      status: 'unknown',
      detail: 'No process has sent a heartbeat yet.',
      fix: 'The first heartbeat follows as soon as the backend is ready; see GET /.backstage/health/v1/readiness.',
    };
  }
  const intervals = await heartbeats.during({ from: newest, to: now + 1 });
  const { length: processes } = intervals.filter(
    interval =>
      interval.state === 'up' && !interval.closed && reaches(interval, now),
  );
  return {
    ...about,
    at: formatInstant(newest),
    ...describe(processes, ageOf(now - newest), connection.refusal),
  };
}

function describe(
  processes: number,
  age: string,
  refusal: unknown,
): Pick<Diagnostic, 'status' | 'detail' | 'fix'> {
  if (processes === 0) {
    return {
      status: 'problem',
      detail: `No process has sent a heartbeat for ${age}; the portal is considered down.`,
      fix: 'The log shows why heartbeats are paused: the backend is not ready, or its database does not respond.',
    };
  }
  const who =
    processes === 1
      ? 'One process sends heartbeats'
      : `${processes} processes send heartbeats`;
  const shared = refusal
    ? ` Heartbeats of this process share the database connections of requests, because no separate connection could be opened (${describeDatabaseError(
        refusal,
      )}).`
    : '';
  return { status: 'ok', detail: `${who}, the last one ${age} ago.${shared}` };
}

function ageOf(ms: number): string {
  return ms < 2 * MINUTE_MS
    ? `${Math.max(0, Math.round(ms / SECOND_MS))} s`
    : `${Math.round(ms / MINUTE_MS)} min`;
}
