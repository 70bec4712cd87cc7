import { randomUUID } from 'node:crypto';
import { AttackRequest } from './Attacker';

const EVENTS_PER_BATCH = 500;

function batch(eventOf: (index: number) => object): AttackRequest {
  const events = Array.from({ length: EVENTS_PER_BATCH }, (_, i) => eventOf(i));
  const body = { batchId: randomUUID(), events };
  return { method: 'POST', path: '/events', body };
}

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
    'page loads of every length': n =>
      batch(index => ({
        type: 'page-load',
        at: new Date(Date.now() - ((n * 97) % 70) * 3_600_000).toISOString(),
        kind: 'initial',
        method: 'lcp',
        routeId: `page:${n}`,
        duration: (1 + ((n * EVENTS_PER_BATCH + index) % 59_999)) / 1_000,
      })),
    'events that are none': n =>
      batch(index => ({
        type: 'page-load',
        at: `${n}`,
        kind: 'x'.repeat(index),
      })),
    'heavy reads': n => {
      const paths = [
        '/metrics/active-users/series?from=2024-12-01&to=2026-11-29',
        '/activity/lifecycle?from=2024-12-02&to=2026-11-29&granularity=week',
        '/activity/cohorts?from=2024-12-02&to=2026-11-29',
        '/activity/teams',
        '/page-load/distribution',
        '/uptime?from=2026-09-01&to=2026-11-29',
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
