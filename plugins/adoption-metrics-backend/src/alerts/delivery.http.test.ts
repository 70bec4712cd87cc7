import { Entity } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import {
  Alert,
  AlertList,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import {
  entity,
  notificationsTo,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { startReceiver } from './__testUtils__/startReceiver';
import { AlertStore } from './AlertStore';

jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 23, 12);

const hasMember = (targetRef: string) => ({ type: 'hasMember', targetRef });

describe.each(testedDatabases())('delivery over HTTP, %p', engine => {
  /** A portal whose notifications are collected. */
  async function start(options: {
    config: JsonObject;
    entities: Entity[];
    time?: { now: number };
  }) {
    const { config, entities, time = { now: noon } } = options;
    const notified: NotificationSendOptions[] = [];
    const portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      modules: [notificationsTo(async sent => void notified.push(sent))],
    });
    const add = (rule: Alert['rule'], channels: string[]) =>
      new AlertStore(portal.knex).add(
        {
          rule,
          subject: '1',
          state: 'at-risk',
          severity: 'high',
          title: 'Adoption',
          text: 'At risk.',
        },
        { at: time.now, channels, follows: undefined },
      );
    return { ...portal, notified, add };
  }

  it('links to a portal under a sub-path', async () => {
    const { received, url, close } = await startReceiver();
    const portal = await start({
      entities: [entity('User', 'ada')],
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        adoptionMetrics: {
          uptime: { probes: { portal: { enabled: false } } },
          alerts: { recipients: ['user:default/ada'], webhook: { url } },
        },
      },
    });
    await portal.add('digest', ['notifications', 'webhook']);
    await portal.add('deadline', ['notifications', 'webhook']);
    await portal.scheduler.triggerTask('alerts');

    // Backstage leads these to /backstage/adoption.
    expect(portal.notified.map(({ payload }) => payload.link)).toEqual([
      '/adoption/alerts',
      '/adoption',
    ]);
    expect(received.map(({ body }) => JSON.parse(body).link)).toEqual([
      'https://portal.acme.test/backstage/adoption/alerts',
      'https://portal.acme.test/backstage/adoption',
    ]);
    await portal.stop();
    close();
  });

  describe('to a group without members', () => {
    const team = 'group:default/team';
    const empty = 'group:default/empty';
    const nobody = `${empty} has no members in the catalog`;
    const entities = [
      entity('User', 'ada'),
      {
        ...entity('Group', 'team'),
        relations: [hasMember('user:default/ada')],
      },
      entity('Group', 'empty'),
    ];

    const startWith = (
      recipients: string[],
      given: { time?: { now: number }; deadline?: JsonObject } = {},
    ) =>
      start({
        entities,
        time: given.time,
        config: {
          adoptionMetrics: {
            administrators: ['user:default/ada'],
            uptime: { probes: { portal: { enabled: false } } },
            alerts: recipients.length > 0 ? { recipients } : {},
            ...(given.deadline ? { deadline: given.deadline } : {}),
          },
        },
      });

    const deliveryIn = async (portal: Awaited<ReturnType<typeof start>>) => {
      const answer = await portal.get('/alerts', user('ada'));
      expectDocumented('/alerts', 'get', answer);
      const alerts: AlertList['alerts'] = answer.body.alerts;
      return alerts.find(({ rule }) => rule === 'milestone')!.deliveries[0];
    };

    const checkIn = async (portal: Awaited<ReturnType<typeof start>>) => {
      const answer = await portal.get('/diagnostics', user('ada'));
      expectDocumented('/diagnostics', 'get', answer);
      const { checks } = answer.body as Diagnostics;
      return checks.find(({ id }) => id === 'alert-recipients');
    };

    it('is not sent, shown in diagnostics, and tried again', async () => {
      const time = { now: noon };
      const deadline = { start: '2026-11-02' };
      const portal = await startWith([empty], { time, deadline });
      await portal.add('milestone', ['notifications']);
      for (const attempts of [1, 2]) {
        await portal.scheduler.triggerTask('alerts');
        expect(await deliveryIn(portal)).toMatchObject({
          status: 'pending',
          attempts,
          error: 'recipient-empty',
          sentAt: null,
        });
        time.now += 10 * 60_000;
      }
      expect(portal.notified).toEqual([]);
      expect(await checkIn(portal)).toMatchObject({
        status: 'problem',
        detail: `A deadline is set, but no one is notified when it is at risk: ${nobody}.`,
      });
      await portal.stop();
    });

    it('is sent to the others', async () => {
      const portal = await startWith([empty, team]);
      await portal.add('milestone', ['notifications']);
      await portal.scheduler.triggerTask('alerts');
      expect(await deliveryIn(portal)).toMatchObject({ status: 'sent' });
      expect(portal.notified).toHaveLength(1);
      expect(await checkIn(portal)).toMatchObject({
        status: 'warning',
        detail: `Some alert recipients cannot be reached: ${nobody}.`,
      });
      await portal.stop();
    });

    it('reaches those whom the deadline names, with alerts and digests', async () => {
      const portal = await startWith([team]);
      const recipients = ['user:default/ada', team];
      const deadline = { start: '2026-11-02', recipients };
      const set = await portal.put('/deadline', user('ada'), deadline);
      expect(set.status).toBe(200);
      await portal.add('metric', ['notifications']);
      await portal.add('digest', ['notifications']);
      await portal.scheduler.triggerTask('alerts');
      const entityRef = [team, 'user:default/ada'];
      expect(portal.notified.map(({ recipients: to }) => to)).toEqual(
        [1, 2].map(() => ({ type: 'entity', entityRef })),
      );
      await portal.stop();
    });

    it('is missed by default once a deadline is set', async () => {
      const deadline = { start: '2026-11-02' };
      const portal = await startWith([], { deadline });
      expect(await checkIn(portal)).toMatchObject({
        status: 'problem',
        detail: 'A deadline is set, but no one is notified when it is at risk.',
        fix: expect.stringContaining('adoptionMetrics.alerts.recipients'),
      });
      await portal.stop();
    });
  });
});
