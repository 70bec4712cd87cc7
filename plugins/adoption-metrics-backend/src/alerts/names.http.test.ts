import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import { adoptionMetricsAlertsExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { publishScan } from '../catalog/__testUtils__/publishScan';
import { ScanRecorder } from '../catalog/scan/ScanRecorder';
import { AnnotationStore } from '../deadline';
import { headline } from '../deadline/__testUtils__/weeks';
import {
  entity,
  notificationsTo,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { SampleStore } from '../samples';
import { DAY_MS, parseDay, startOfPeriod } from '../time';
import { startReceiver } from './__testUtils__/startReceiver';
import { AlertStore } from './AlertStore';

jest.setTimeout(120_000);

const monday = Date.UTC(2026, 10, 23, 9);
const team = 'group:default/quokka';
const person = 'user:default/wombat';
const PLAYED = /quokka|wombat|numbat/i;

/** Two weeks of a team that falls, owns what is stale, and is written about. */
async function play(knex: Knex) {
  const samples = new SampleStore(knex);
  for (const [date, active] of [
    ['2026-11-15', 30],
    ['2026-11-22', 6],
  ] as const) {
    const firstDay = startOfPeriod(parseDay(date)!, 'four-weeks');
    const frozen = { first_day: firstDay, people: 60, minimum_group_size: 5 };
    await knex('frozen_periods')
      .insert({ ...frozen, atom_sizes: '[60]' })
      .onConflict('first_day')
      .ignore();
    await knex('frozen_groups')
      .insert({
        first_day: firstDay,
        position: 0,
        kind: 'team',
        team_ref: team,
        teams: JSON.stringify([{ id: team, name: 'Quokka' }]),
        atoms: '[0]',
      })
      .onConflict(['first_day', 'position'])
      .ignore();
    await samples.replaceDay('active-users', parseDay(date)!, [
      headline(date, active),
      ...['week', 'four-weeks'].map(unit =>
        headline(date, active, { dimension: `${unit}-atoms`, member: '0' }),
      ),
    ]);
  }
  for (const [scannedAt, stale] of [
    [monday - 8 * DAY_MS, 1],
    [monday - DAY_MS, 9],
  ]) {
    await publishScan(new ScanRecorder(knex), {
      reading: {
        scannedAt,
        total: 10,
        stale,
        exempt: 0,
        ownerUnknownChecked: true,
        byReason: [],
        byKind: [],
        byOwner: [{ ownerRef: team, total: 10, stale }],
        withoutOwner: { total: 0, stale: 0 },
      },
    });
  }
  await new AnnotationStore(knex).add({
    day: parseDay('2026-11-18')!,
    text: `${team} got training from Numbat`,
    writtenAt: monday,
    writtenBy: person,
  });
}

describe.each(testedDatabases())('names in what is sent, %p', engine => {
  /** All that leaves the portal, through every channel there is. */
  async function send(alerts: JsonObject, format: string, on: TestDatabaseId) {
    const sent: string[] = [];
    const { received, url, close } = await startReceiver();
    const portal = await startPortal(on, {
      entities: [entity('Group', 'quokka'), entity('User', 'wombat')],
      clock: { now: () => monday },
      config: {
        adoptionMetrics: {
          administrators: [person],
          uptime: { probes: { portal: { enabled: false } } },
          alerts: {
            recipients: [person],
            webhook: { url, format, routingKey: 'key' },
            events: true,
            ...alerts,
          },
        },
      },
      modules: [
        // Whom it is sent to is no secret to them.
        notificationsTo(
          async ({ payload }) => void sent.push(JSON.stringify(payload)),
        ),
        createBackendModule({
          pluginId: 'adoption-metrics',
          moduleId: 'listens',
          register(env) {
            env.registerInit({
              deps: {
                events: eventsServiceRef,
                alerts: adoptionMetricsAlertsExtensionPoint,
                logger: coreServices.logger,
              },
              async init(handles) {
                handles.alerts.addChannel({
                  name: 'added',
                  send: async message =>
                    void sent.push(JSON.stringify(message)),
                });
                await handles.events.subscribe({
                  id: 'listens',
                  topics: ['adoption-metrics.alert'],
                  onEvent: async ({ eventPayload }) =>
                    void sent.push(JSON.stringify(eventPayload)),
                });
              },
            });
          },
        }),
      ],
    });
    await play(portal.knex);
    await portal.scheduler.triggerTask('digest');
    await portal.scheduler.triggerTask('alerts');
    await portal.post('/alerts/test', user('wombat'));
    await new AlertStore(portal.knex).add(
      {
        rule: 'metric',
        subject: 'uptime',
        state: 'missed',
        severity: 'high',
        title: 'Uptime: target missed',
        text: 'Uptime was 99%.',
      },
      { at: monday, channels: [], follows: undefined },
    );
    const { body: before } = await portal.get('/alerts', user('wombat'));
    const id = before.alerts[0].id;
    await portal.post('/alerts/acknowledgements', user('wombat'), { id });
    const mute = { rule: 'metric', until: '2026-12-01' };
    await portal.post('/alerts/mutes', user('wombat'), mute);
    const { body: listed } = await portal.get('/alerts', user('wombat'));
    await portal.stop();
    close();
    sent.push(
      ...received.flatMap(({ headers, body }) => [
        JSON.stringify(headers),
        body,
      ]),
    );
    return { sent, listed: JSON.stringify(listed) };
  }

  it.each(['json', 'slack', 'pagerduty'])(
    'are those of groups by default, and none if so configured (%s)',
    async format => {
      const named = await send({}, format, engine);
      const all = named.sent.join('\n');
      expect(all).toContain(`Ask ${team} to fix its stale entities`);
      expect(all).toContain('Numbat');
      const nameless = await send({ names: false }, format, engine);
      expect(nameless.sent.length).toBe(named.sent.length);
      expect(nameless.sent.join('\n')).toContain('week ending 22 Nov 2026');
      expect(nameless.sent.join('\n')).not.toMatch(PLAYED);
      expect(named.listed).toMatch(PLAYED);
      expect(nameless.listed).not.toMatch(PLAYED);
    },
  );
});
