import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import { startReceiver } from './__testUtils__/startReceiver';
import {
  entity,
  notificationsTo,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

jest.setTimeout(120_000);

const ada = 'user:default/ada';
const empty = 'group:default/empty';
const gone = 'user:default/gone';
const path = '/alerts/test';

describe.each(testedDatabases())('a test of alerts, %p', engine => {
  /** A portal whose notifications are collected, on a clock to set. */
  async function open(
    alerts: JsonObject,
    send?: (sent: NotificationSendOptions) => Promise<void>,
  ) {
    const time = { now: Date.UTC(2026, 10, 23, 12) };
    const notified: NotificationSendOptions[] = [];
    const portal = await startPortal(engine, {
      entities: [entity('User', 'ada'), entity('Group', 'empty')],
      clock: { now: () => time.now },
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        adoptionMetrics: {
          uptime: { probes: { portal: { enabled: false } } },
          administrators: [ada],
          alerts,
        },
      },
      modules: [
        notificationsTo(send ?? (async sent => void notified.push(sent))),
      ],
    });
    const test = async (as = 'ada') => {
      const answer = await portal.post(path, user(as));
      expectDocumented(path, 'post', answer);
      return answer;
    };
    return { ...portal, time, notified, test };
  }

  it('says what arrived where, and what to do about the rest', async () => {
    const portal = await open({ recipients: [ada, empty], events: true });
    const deadline = { start: '2026-11-02', recipients: [ada] };
    await portal.put('/deadline', user('ada'), deadline);
    const answer = await portal.test();
    expect(answer.status).toBe(200);
    const arrived = { code: null, fix: null, wording: null };
    expect(answer.body).toMatchObject({
      at: '2026-11-23T12:00:00.000Z',
      results: [
        {
          channel: 'notifications',
          recipient: ada,
          status: 'delivered',
          ...arrived,
        },
        {
          channel: 'notifications',
          recipient: empty,
          status: 'not-delivered',
          code: 'recipient-empty',
          fix: 'Add members to the group, or choose another recipient.',
        },
        {
          channel: 'events',
          recipient: null,
          status: 'delivered',
          ...arrived,
        },
      ],
    });
    expect(portal.notified).toEqual([
      {
        recipients: { type: 'entity', entityRef: [ada] },
        payload: expect.objectContaining({
          title: 'Test: adoption alerts reach you here',
          description: `${ada} sent this test. No action is needed.`,
          link: '/adoption',
          scope: 'adoption-metrics/deadline/test',
        }),
      },
    ]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'alert-test' }),
    );
    expect(portal.audit.success).toHaveBeenLastCalledWith({
      meta: { arrived: 2, failed: 1 },
    });
    // It is no alert.
    expect((await portal.get('/alerts', user('ada'))).body.alerts).toEqual([]);
    await portal.stop();
  });

  it('reaches those whom only the deadline names', async () => {
    const portal = await open({});
    const [nobody] = (await portal.test()).body.results;
    expect(nobody).toMatchObject({
      channel: 'notifications',
      recipient: null,
      code: 'no-recipients',
      fix: expect.stringContaining('Add a recipient to the deadline'),
    });
    const deadline = { start: '2026-11-02', recipients: [ada] };
    await portal.put('/deadline', user('ada'), deadline);
    portal.time.now += 60_000;
    expect((await portal.test()).body.results).toMatchObject([
      { recipient: ada, status: 'delivered' },
    ]);
    await portal.stop();
  });

  it.each<[string, number | undefined, string]>([
    ['answers 503', 503, 'http-503'],
    ['is not there', undefined, 'connection-refused'],
  ])('names a webhook that %s', async (_title, status, code) => {
    const { received, url, close } = await startReceiver(status);
    if (status === undefined) {
      close();
    }
    const portal = await open({ webhook: { url } });
    expect((await portal.test()).body.results).toMatchObject([
      {
        channel: 'webhook',
        recipient: null,
        status: 'not-delivered',
        code,
        fix: expect.stringContaining('adoptionMetrics.alerts.webhook'),
      },
    ]);
    expect(received.map(({ body }) => JSON.parse(body))).toMatchObject(
      status === undefined
        ? []
        : [
            {
              test: true,
              state: 'test',
              link: 'https://portal.acme.test/backstage/adoption',
            },
          ],
    );
    close();
    await portal.stop();
  });

  it('goes on past a recipient for whom it fails', async () => {
    const portal = await open({ recipients: [gone, ada] }, async () => {
      throw new Error(
        'Failed to send notifications: Error: Request failed with status 404',
      );
    });
    expect((await portal.test()).body.results).toMatchObject([
      { recipient: gone, code: 'recipient-missing' },
      {
        recipient: ada,
        code: 'http-404',
        fix: expect.stringContaining('@backstage/plugin-notifications-backend'),
      },
    ]);
    await portal.stop();
  });

  it('is sent once a minute, by those who may', async () => {
    const portal = await open({ recipients: [ada] });
    expect((await portal.test('eve')).status).toBe(403);
    expect((await portal.test()).status).toBe(200);
    portal.time.now += 20_000;
    const refused = await portal.test();
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('40');
    expect(refused.body.error.message).toBe(
      'A test was sent less than a minute ago; try again in 40 s',
    );
    portal.time.now += 40_000;
    expect((await portal.test()).status).toBe(200);
    await portal.stop();
  });
});
