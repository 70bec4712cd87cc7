import { randomUUID } from 'node:crypto';
import { AttackRequest } from './Attacker';

const EVENTS_PER_BATCH = 500;
const DAY_MS = 86_400_000;
const DAYS = 700;

function batch(eventOf: (index: number) => object): AttackRequest {
  const events = Array.from({ length: EVENTS_PER_BATCH }, (_, i) => eventOf(i));
  const body = { batchId: randomUUID(), events };
  return { method: 'POST', path: '/events', body };
}

const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const at = () => new Date().toISOString();

/** What one person sends, by what it is called in the table. */
export const attacksOfOnePerson: Record<string, (n: number) => AttackRequest> =
  {
    'invented names': n =>
      batch(index => ({
        type: 'interaction',
        at: at(),
        action: `action-${n}-${index}`,
        pluginId: `plugin-${n}-${index}`,
      })),
    'page loads of every duration': n =>
      batch(index => ({
        type: 'page-load',
        at: new Date(Date.now() - ((n * 97) % 70) * 3_600_000).toISOString(),
        kind: 'initial',
        method: 'lcp',
        routeId: `page:${n}`,
        duration: (1 + ((n * EVENTS_PER_BATCH + index) % 59_999)) / 1_000,
      })),
    'invalid events': n =>
      batch(index => ({
        type: 'page-load',
        at: `${n}`,
        kind: 'x'.repeat(index),
      })),
    'heavy reads': n => {
      // No answer is that of another request.
      const range = `from=${daysAgo(DAYS - (n % DAYS))}&to=${daysAgo(0)}`;
      const paths = [
        `/metrics/active-users/series?${range}`,
        `/metrics/page-load/series?${range}`,
        `/activity/cohorts?${range}`,
        `/uptime?${range}`,
      ];
      return { method: 'GET', path: paths[n % paths.length] };
    },
  };

/** What an observer sends. */
export function inventedChecks(n: number): AttackRequest {
  const state = n % 2 === 0 ? 'up' : 'down';
  const component = n % 3 === 0 ? 'outside' : `component-${n}`;
  return { method: 'POST', path: '/uptime/checks', body: { component, state } };
}
