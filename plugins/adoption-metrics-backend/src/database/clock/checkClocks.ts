import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { AgreedClock, formatInstant, roughDuration } from '../../time';
import { ClockOff, ClockStore } from './ClockStore';

const about = { id: 'clock', label: 'Clock' };

const fixes: Record<ClockOff['off'], string> = {
  process:
    'Set the clock of that machine, and keep it synchronized with NTP. No data needs to be fixed afterwards.',
  database:
    'Compare the clock of the database server with NTP. No data needs to be fixed afterwards.',
  unknown:
    'If the clock of that machine is right, no action is needed: it is trusted after ten minutes. Otherwise, set it.',
};

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
    return {
      ...about,
      status: 'ok',
      detail: isAlone
        ? 'The clock of the backend has run steadily.'
        : 'The backend and the database agree on the time.',
    };
  }
  const sentences = all.map(
    each => `On ${each.replica}: ${describeClockOff(each)}`,
  );
  return {
    ...about,
    status: first.off === 'unknown' ? 'warning' : 'problem',
    detail: sentences.join(' '),
    fix: fixes[first.off],
    at: formatInstant(first.at),
  };
}

/**
 * @param found.ahead - compared to the probable time, in ms
 */
export function describeClockOff({
  off,
  ahead,
}: Pick<ClockOff, 'off' | 'ahead'>): string {
  const by = `${roughDuration(Math.abs(ahead))} ${
    ahead < 0 ? 'behind' : 'ahead'
  }`;
  switch (off) {
    case 'process':
      return `The clock of the backend is ${by}; days and uptime use the correct time, and a day is closed once both clocks agree that it is over.`;
    case 'database':
      return 'The database clock was changed; until it agrees with the backend clock again, a day is closed once both say that it is over.';
    default:
      return 'The backend clock does not match the last stored time; no day is closed until it has run steadily for ten minutes.';
  }
}
