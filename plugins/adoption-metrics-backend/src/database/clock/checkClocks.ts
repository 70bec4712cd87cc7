import {
  Diagnostic,
  diagnosticOf,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { AgreedClock, formatInstant, roughDuration } from '../../time';
import { ClockOff, ClockStore } from './ClockStore';

/** Whether the replicas and the database agree on the time. */
export async function checkClocks(handles: {
  store: Pick<ClockStore, 'off'>;
  clock: AgreedClock;
  /** Whether the database has no clock of its own. */
  isAlone: boolean;
}): Promise<Diagnostic> {
  const { store, clock, isAlone } = handles;
  const all = await store.off(clock.now());
  const [first] = all;
  if (!first) {
    return diagnosticOf('clock', {
      status: 'ok',
      detail: [say(isAlone ? 'health.clock.steady' : 'health.clock.agreed')],
    });
  }
  return diagnosticOf('clock', {
    status: first.off === 'unknown' ? 'warning' : 'problem',
    detail: all.map(each =>
      say('health.clock.on', {
        replica: each.replica,
        finding: describeClockOff(each),
      }),
    ),
    fix: say(`health.clock.${first.off}.fix`),
    at: formatInstant(first.at),
  });
}

/** @param found.ahead - of what the time probably is, in ms */
export function describeClockOff(
  found: Pick<ClockOff, 'off' | 'ahead'>,
): Wording {
  const { off, ahead } = found;
  const time = roughDuration(Math.abs(ahead));
  if (off === 'process') {
    return say(ahead < 0 ? 'health.clock.behind' : 'health.clock.ahead', {
      time,
    });
  }
  return say(`health.clock.${off}`);
}
