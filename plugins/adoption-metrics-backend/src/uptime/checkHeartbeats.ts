import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, SECOND_MS } from '../time';
import { describeDatabaseError, OwnConnection } from '../database';
import { reaches } from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

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
    return diagnosticOf('heartbeats', {
      status: 'unknown',
      detail: [say('health.heartbeats.none')],
      fix: say('health.heartbeats.none.fix'),
    });
  }
  const intervals = await heartbeats.during({ from: newest, to: now + 1 });
  const { length: processes } = intervals.filter(
    interval =>
      interval.state === 'up' && !interval.closed && reaches(interval, now),
  );
  return diagnosticOf('heartbeats', {
    ...describe(processes, ageOf(now - newest), connection.refusal),
    at: formatInstant(newest),
  });
}

function describe(
  processes: number,
  time: WordingValue,
  refusal: unknown,
): Finding {
  if (processes === 0) {
    return {
      status: 'problem',
      detail: [say('health.heartbeats.stopped', { time })],
      fix: say('health.heartbeats.stopped.fix'),
    };
  }
  const beating = say('health.heartbeats.ok', { count: processes, time });
  const shared = say('health.heartbeats.shared', {
    error: describeDatabaseError(refusal),
  });
  return { status: 'ok', detail: refusal ? [beating, shared] : [beating] };
}

function ageOf(ms: number): WordingValue {
  return { type: 'duration', value: Math.max(0, ms) / SECOND_MS };
}
