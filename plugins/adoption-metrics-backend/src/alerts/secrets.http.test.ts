import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
} from 'backstage-plugin-adoption-metrics-node';
import { findFreePort } from '../__testUtils__/freePort';
import {
  entity,
  notificationsTo,
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { AlertStore } from './AlertStore';

jest.setTimeout(120_000);

const SECRET = 'hunter2';
const ada = 'user:default/ada';

/** As libraries say it: with the address, and what is in it. */
function quoting(): never {
  throw new Error(`GET https://ada:${SECRET}@example.com/?token=${SECRET}`);
}

/** Whatever fails, quotes a secret. */
const failing = createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'failing',
  register(env) {
    env.registerInit({
      deps: {
        alerts: adoptionMetricsAlertsExtensionPoint,
        probes: adoptionMetricsProbesExtensionPoint,
        staleness: adoptionMetricsStalenessExtensionPoint,
      },
      async init({ alerts, probes, staleness }) {
        alerts.addChannel({ name: 'added', send: async () => quoting() });
        probes.addProbe({ name: 'thrown', check: async () => quoting() });
        probes.addProbe({
          name: 'said',
          check: async () => ({
            state: 'down',
            detail: `https://ada:${SECRET}@example.com/?token=${SECRET}`,
          }),
        });
        staleness.addRule({
          reason: 'failing',
          definition: 'it fails',
          evaluate: quoting,
        });
      },
    });
  },
});

describe.each(testedDatabases())('secrets in failures, %p', engine => {
  it('are nowhere that anyone reads, logs and tables among them', async () => {
    const url = `http://127.0.0.1:${await findFreePort()}/${SECRET}?sig=${SECRET}`;
    const entities = [
      entity('User', 'ada'),
      { ...entity('Group', 'team'), kind: 'Component' },
    ];
    const portal = await startPortal(engine, {
      entities,
      config: {
        adoptionMetrics: {
          administrators: [ada],
          uptime: {
            probes: { docs: { url, headers: { Authorization: SECRET } } },
          },
          alerts: {
            recipients: [ada],
            webhook: {
              url,
              headers: { 'X-Key': SECRET },
              secret: `whsec_${SECRET.repeat(5)}A`,
            },
          },
        },
      },
      modules: [failing, notificationsTo(async () => quoting())],
    });
    await new AlertStore(portal.knex).add(
      {
        rule: 'deadline',
        subject: '1',
        state: 'at-risk',
        severity: 'high',
        title: 'At risk',
        text: 'At risk.',
      },
      {
        at: Date.now(),
        channels: ['webhook', 'notifications', 'added'],
        follows: undefined,
      },
    );
    for (const task of ['probes', 'catalog-scan', 'developers', 'alerts']) {
      await portal.scheduler.triggerTask(task);
    }
    const { body: test } = await portal.post('/alerts/test', user('ada'));
    const { body: list } = await portal.get('/alerts', user('ada'));
    expect(codesOf(list.alerts[0].deliveries, 'error')).toEqual([
      'added failed',
      'notifications failed',
      'webhook connection-refused',
    ]);
    expect(codesOf(test.results, 'code')).toEqual([
      'added failed',
      'notifications failed',
      'webhook connection-refused',
    ]);
    const reads = await Promise.all(
      [
        '/alerts',
        '/diagnostics',
        '/uptime/components',
        '/catalog/stale-entities',
      ].map(path => portal.get(path, user('ada'))),
    );
    const said = [
      ...reads.map(({ text }) => text),
      ...portal.lines,
      JSON.stringify([test, await readAllTables(portal.knex)]),
    ].join('\n');
    expect(said).toContain('https://…@example.com/?token=…');
    expect(said).toContain("rule 'failing' failed: an unexpected error");
    expect(said).not.toContain(SECRET);
    await portal.stop();
  });
});

function codesOf(
  rows: Array<Record<string, string>>,
  key: 'error' | 'code',
): string[] {
  return rows.map(row => `${row.channel} ${row[key]}`).sort();
}
