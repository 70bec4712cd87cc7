import { once } from 'node:events';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Alert, say } from 'backstage-plugin-adoption-metrics-common';
import { AlertMessage, Clock } from 'backstage-plugin-adoption-metrics-node';
import { Webhook } from 'standardwebhooks';
import { assertChannel } from './assertChannel';
import { guarded } from './guarded';
import { EventsChannel } from './EventsChannel';
import { NotificationChannel } from './NotificationChannel';
import { WebhookConfig } from '../config';
import { atRisk } from '../__testUtils__/atRisk';
import { payloads } from './payloads';
import { WebhookChannel } from './WebhookChannel';

const message: AlertMessage = {
  deliveryId: 'here-7-webhook',
  installation: 'here',
  alert: {
    id: '7',
    ...atRisk,
    at: '2026-11-23T12:00:00.000Z',
  },
  link: 'https://portal.example.com/adoption',
};
const clock = { now: () => 1_795_767_068_526 };
const plain: Omit<WebhookConfig, 'url'> = {
  format: 'json',
  headers: {},
  formerSecrets: [],
};
const never = new AbortController().signal;

describe('WebhookChannel', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; headers?: Record<string, string> } | 'never';
  let requests: Array<{ request: IncomingMessage; body: string }>;

  const webhook = (given: Partial<WebhookConfig> = {}, at: Clock = clock) =>
    new WebhookChannel({ ...plain, url, clock: at, ...given });

  beforeEach(async () => {
    answer = { status: 204 };
    requests = [];
    server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      requests.push({ request, body });
      if (answer !== 'never') {
        response.writeHead(answer.status, answer.headers).end();
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('posts what happened, with an id for receivers to recognize a repetition', async () => {
    await webhook().send(message, never);
    const [{ request, body }] = requests;
    expect([request.method, request.url]).toEqual(['POST', '/hook']);
    expect(request.headers).toMatchObject({
      'webhook-id': 'here-7-webhook',
      'webhook-timestamp': '1795767068',
    });
    expect(request.headers['webhook-signature']).toBeUndefined();
    expect(JSON.parse(body)).toEqual({
      deliveryId: 'here-7-webhook',
      installation: 'here',
      ...message.alert,
      link: message.link,
      text: '*The adoption deadline is at risk*\nAt risk.\nhttps://portal.example.com/adoption',
    });
  });

  describe('signatures', () => {
    const secretOf = (byte: number) =>
      `whsec_${Buffer.alloc(24, byte).toString('base64')}`;
    const systemClock = { now: () => Date.now() };

    /** What a receiver does that has this secret. */
    const verify = (
      { request, body }: (typeof requests)[number],
      secret: string,
    ) =>
      new Webhook(secret).verify(
        body,
        request.headers as Record<string, string>,
      );

    it('are those that the published library of the specification verifies', async () => {
      await webhook({ secret: secretOf(1) }, systemClock).send(message, never);
      const [received] = requests;
      expect(verify(received, secretOf(1))).toMatchObject({ id: '7' });
      expect(received.request.headers['webhook-signature']).toMatch(
        /^v1,[A-Za-z0-9+/]{43}=$/,
      );
      expect(() => verify(received, secretOf(2))).toThrow('No matching');
      const forged = { ...received, body: received.body.replace('7', '8') };
      expect(() => verify(forged, secretOf(1))).toThrow('No matching');
    });

    it('are those of former secrets as well, while receivers change over', async () => {
      const formerSecrets = [secretOf(2), secretOf(3)];
      const channel = webhook(
        { secret: secretOf(1), formerSecrets },
        systemClock,
      );
      await channel.send(message, never);
      for (const secret of [secretOf(1), ...formerSecrets]) {
        expect(verify(requests[0], secret)).toMatchObject({ id: '7' });
      }
    });

    it('keep the id and take the time of each attempt', async () => {
      let now = Date.now() - 3_600_000;
      const channel = webhook({ secret: secretOf(1) }, { now: () => now });
      await channel.send(message, never);
      now = Date.now();
      await channel.send(message, never);
      const [first, second] = requests.map(({ request }) => request.headers);
      expect(second['webhook-id']).toBe(first['webhook-id']);
      expect(() => verify(requests[0], secretOf(1))).toThrow('too old');
      expect(verify(requests[1], secretOf(1))).toMatchObject({ id: '7' });
    });
  });

  it.each([400, 404, 500, 503])(
    'fails where the answer is %d',
    async status => {
      answer = { status };
      const sending = webhook().send(message, never);
      await expect(sending).rejects.toMatchObject({
        failureCode: `http-${status}`,
      });
    },
  );

  it('follows no redirect', async () => {
    answer = { status: 307, headers: { location: url } };
    const sending = webhook().send(message, never);
    await expect(sending).rejects.toMatchObject({ failureCode: 'redirect' });
    expect(requests).toHaveLength(1);
  });

  it('ends when it is asked to', async () => {
    answer = 'never';
    const signal = AbortSignal.timeout(100);
    const sending = webhook().send(message, signal);
    await expect(sending).rejects.toThrow(/timeout/);
  });
});

describe('NotificationChannel', () => {
  const recipients = ['group:default/portal-team', 'group:default/gone'];
  const faultOf = (entityRef: string) => ({
    entityRef,
    code: 'recipient-missing' as const,
    fault: say('health.recipient-missing', { recipient: entityRef }),
  });

  /** @param inVain - recipients who reach nobody */
  function setUp(inVain: string[] = []) {
    const send = jest.fn();
    const unreachable = jest.fn(async () => inVain.map(faultOf));
    const channel = new NotificationChannel({
      notifications: { send },
      recipients: { of: async () => recipients },
      reader: { unreachable },
    });
    return { channel, send, unreachable };
  }

  it('fails where no recipient reaches anyone, and succeeds once one does', async () => {
    const { channel, send, unreachable } = setUp(recipients);
    await expect(channel.send(message, never)).rejects.toThrow(
      'it has no reachable recipients: group:default/portal-team is not in the catalog; group:default/gone is not in the catalog',
    );
    expect(send).not.toHaveBeenCalled();
    unreachable.mockResolvedValue([faultOf('group:default/gone')]);
    await channel.send(message, never);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('fails where the catalog does not answer', async () => {
    const { channel, send, unreachable } = setUp();
    unreachable.mockRejectedValue(new Error('the catalog is away'));
    await expect(channel.send(message, never)).rejects.toThrow('away');
    expect(send).not.toHaveBeenCalled();
  });

  it('notifies the recipients, and replaces what it said before of the same', async () => {
    const { channel, send } = setUp();
    await channel.send(message, never);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: 'The adoption deadline is at risk',
        description: 'At risk.',
        link: '/adoption',
        severity: 'high',
        topic: 'adoption',
        scope: 'adoption-metrics/deadline/1',
      },
    });
  });

  it('lets people mute digests and still be alerted', async () => {
    const { channel, send } = setUp();
    const alert = { ...message.alert, rule: 'digest' as const };
    await channel.send({ ...message, alert }, never);
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({
        payload: expect.objectContaining({ topic: 'adoption-digest' }),
      }),
    );
  });

  it('links within the portal, wherever that is', async () => {
    const { channel, send } = setUp();
    const alert = { ...message.alert, rule: 'digest' as const };
    const link = 'https://portal.acme.test/backstage/adoption/alerts';
    await channel.send({ ...message, alert, link }, never);
    const [{ payload }] = send.mock.calls[0];
    expect(payload.link).toBe('/adoption/alerts');
  });
});

describe('reaches', () => {
  it('is nobody without recipients', async () => {
    const channel = new NotificationChannel({
      notifications: { send: jest.fn() },
      recipients: {
        of: async rule => (rule === 'digest' ? [] : ['user:default/ada']),
      },
      reader: { unreachable: async () => [] },
    });
    expect(await channel.reaches('digest')).toBe(false);
    expect(await channel.reaches('metric')).toBe(true);
  });

  it('is no incident for a digest', () => {
    const reaches = (format: 'json' | 'pagerduty') =>
      new WebhookChannel({ ...plain, format, url: 'http://a', clock }).reaches(
        'digest',
      );
    expect([reaches('json'), reaches('pagerduty')]).toEqual([true, false]);
  });
});

describe('guarded', () => {
  const reaches = (answer?: () => boolean | Promise<boolean>) =>
    guarded({ name: 'mail', reaches: answer, send: async () => {} }).reaches?.(
      'digest',
    );

  it('takes what a channel says, and everything where it says nothing', async () => {
    expect(await reaches(() => false)).toBe(false);
    expect(await reaches()).toBe(true);
    const failing = () => {
      throw new Error('no');
    };
    expect(await reaches(failing)).toBe(true);
    expect(await reaches(() => new Promise(() => {}))).toBe(true);
  });
});

describe('payloads', () => {
  it('let nobody who is named call a channel, or hide a link', () => {
    const text = '<!channel> R&D <https://a|b>';
    const alert = { ...message.alert, text };
    expect(payloads.text({ ...message, alert }, '')).toEqual({
      text: expect.stringContaining(
        '&lt;!channel&gt; R&amp;D &lt;https: //a\u2223b&gt;',
      ),
    });
  });

  it('are no more than text for other chats', () => {
    expect(payloads.text(message, '')).toEqual({
      text: '*The adoption deadline is at risk*\nAt risk.\nhttps://portal.example.com/adoption',
    });
  });

  it('open an incident of PagerDuty', () => {
    expect(payloads.pagerduty(message, 'key')).toEqual({
      routing_key: 'key',
      event_action: 'trigger',
      dedup_key: 'adoption-metrics/here/deadline/1',
      payload: {
        summary: 'The adoption deadline is at risk. At risk.',
        source: 'portal.example.com',
        severity: 'error',
        timestamp: '2026-11-23T12:00:00.000Z',
        component: 'deadline',
      },
      client: 'Adoption Metrics for Backstage',
      client_url: 'https://portal.example.com/adoption',
      links: [
        { href: 'https://portal.example.com/adoption', text: 'Adoption' },
      ],
    });
  });

  it.each<[Partial<Alert>, string]>([
    [{ rule: 'deadline', state: 'on-track' }, 'resolve'],
    [{ rule: 'deadline', state: 'achieved' }, 'resolve'],
    [{ rule: 'deadline', state: 'missed' }, 'trigger'],
    [{ rule: 'metric', state: 'missed' }, 'trigger'],
    [{ rule: 'metric', state: 'met' }, 'resolve'],
    [{ rule: 'collection', state: 'stopped' }, 'trigger'],
    [{ rule: 'collection', state: 'running' }, 'resolve'],
    [{ rule: 'milestone', state: 'reached' }, 'trigger'],
    [{ rule: 'error-budget', state: 'burning' }, 'trigger'],
    [{ rule: 'error-budget', state: 'calm' }, 'resolve'],
  ])('take %j for a %s', (changes, action) => {
    const alert = { ...message.alert, ...changes };
    expect(payloads.pagerduty({ ...message, alert }, 'key')).toMatchObject({
      event_action: action,
    });
  });
});

describe('EventsChannel', () => {
  it('publishes what happened', async () => {
    const publish = jest.fn();
    await new EventsChannel({ publish }).send(message);
    expect(publish).toHaveBeenCalledWith({
      topic: 'adoption-metrics.alert',
      eventPayload: {
        deliveryId: 'here-7-webhook',
        installation: 'here',
        ...message.alert,
        link: message.link,
      },
    });
  });
});

describe('assertChannel', () => {
  const channel = (name: string) => ({ name, send: async () => {} });

  it.each([
    ['Teams', "name 'Teams' is invalid; expected up to 32"],
    ['webhook', "An alert channel named 'webhook' already exists"],
    ['teams', "An alert channel named 'teams' already exists"],
  ])('takes no channel that is called %s', (name, error) => {
    expect(() => assertChannel(channel(name), [channel('teams')])).toThrow(
      error,
    );
  });

  it('takes others', () => {
    expect(() => assertChannel(channel('mail'), [])).not.toThrow();
  });
});
