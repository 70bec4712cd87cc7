import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, MINUTE_MS, SECOND_MS } from '../time';
import { reaches } from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

/** Whether uptime is being observed: at least one process beats. */
export async function checkHeartbeats(
  heartbeats: Pick<HeartbeatStore, 'during' | 'newestBeatAt'>,
  now: number,
): Promise<Diagnostic> {
  const base = { id: 'heartbeats', label: 'Heartbeats of the backend' };
  const newest = await heartbeats.newestBeatAt();
  if (newest === undefined) {
    const detail = 'No process has beaten yet.';
    const fix =
      'The first beat follows as soon as the backend is ready; see GET /.backstage/health/v1/readiness.';
    return { ...base, status: 'unknown', detail, fix };
  }
  const intervals = await heartbeats.during({ from: newest, to: now + 1 });
  const beating = intervals.filter(
    interval =>
      interval.state === 'up' && !interval.closed && reaches(interval, now),
  );
  const at = formatInstant(newest);
  return beating.length > 0
    ? {
        ...base,
        at,
        status: 'ok',
        detail: describe(beating.length, now - newest),
      }
    : {
        ...base,
        at,
        status: 'problem',
        detail: `No process has beaten for ${ageOf(
          now - newest,
        )}; the portal counts as down.`,
        fix: 'The log says why heartbeats pause: the backend is not ready, or its database does not answer.',
      };
}

function describe(processes: number, age: number): string {
  const who =
    processes === 1 ? 'One process beats' : `${processes} processes beat`;
  return `${who}, the last time ${ageOf(age)} ago.`;
}

function ageOf(ms: number): string {
  return ms < 2 * MINUTE_MS
    ? `${Math.max(0, Math.round(ms / SECOND_MS))} s`
    : `${Math.round(ms / MINUTE_MS)} min`;
}
