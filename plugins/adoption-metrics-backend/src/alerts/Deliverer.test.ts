import { once } from 'node:events';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';
import { loopDelayDuring } from '../__testUtils__/loopDelay';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { keyOf, Transition } from './Alert';
import { AlertStore } from './AlertStore';
import { WebhookChannel } from './channels/WebhookChannel';
import { Deliverer } from './Deliverer';
import { DeliveryStore } from './DeliveryStore';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const never = new AbortController().signal;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const burning: Transition = {
  rule: 'error-budget',
  subject: 'fast',
  state: 'burning',
  severity: 'high',
  title: 'The uptime error budget is being used up fast',
  text: 'Over the last hour.',
};
const calm: Transition = { ...burning, state: 'calm', severity: 'normal' };

/** What a receiver does with a connection once it was asked something. */
type Manner = (socket: Socket) => void;

const OK = 'HTTP/1.1 200 OK\r\n';

function repeatedly(socket: Socket, text: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** Writes as much as the other side takes. */
function endlessly(socket: Socket, text: string): void {
  const write = () => {
    while (!socket.destroyed && socket.write(text));
  };
  socket.on('drain', write);
  write();
}

const LINE = `${'x'.repeat(65_536)}\n`;

/** Receivers as nobody wishes them, and what becomes of a message to them. */
const hostile: Array<[string, Manner, string | undefined]> = [
  ['silent', () => {}, 'timeout'],
  [
    'trickling headers',
    socket => {
      socket.write(OK);
      repeatedly(socket, 'X-A: b\r\n', 50);
    },
    // As many headers as nobody reads.
    'timeout',
  ],
  [
    'trickling a body',
    socket => {
      socket.write(`${OK}Content-Length: 99999\r\n\r\n`);
      repeatedly(socket, 'x', 20);
    },
    undefined,
  ],
  [
    'sending an endless body',
    socket => {
      socket.write(`${OK}\r\n`);
      endlessly(socket, LINE);
    },
    undefined,
  ],
  [
    'refusing with an endless body',
    socket => {
      socket.write('HTTP/1.1 500 No\r\n\r\n');
      endlessly(socket, LINE);
    },
    'http-500',
  ],
  [
    'sending huge headers',
    socket => {
      socket.write(OK);
      endlessly(socket, `X-A: ${'x'.repeat(8_000)}\r\n`);
    },
    'too-large',
  ],
  [
    'answering beforehand without end',
    socket => repeatedly(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', 5),
    'timeout',
  ],
  [
    'redirecting to itself',
    socket => {
      const { port } = socket.address() as AddressInfo;
      const location = `http://127.0.0.1:${port}/hook`;
      socket.end(
        `HTTP/1.1 307 Again\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`,
      );
    },
    'redirect',
  ],
  [
    'sending a page',
    socket =>
      socket.end(
        `${OK}Content-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>`,
      ),
    undefined,
  ],
  [
    'unpacking to gigabytes',
    socket => socket.end(`${OK}Content-Encoding: gzip\r\n\r\n${LINE}`),
    undefined,
  ],
  ['hanging up', socket => socket.destroy(), 'connection-closed'],
  [
    'resetting within a body',
    socket => {
      socket.write(`${OK}Content-Length: 99999\r\n\r\nhalf`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    },
    undefined,
  ],
  ['speaking something else', socket => socket.end('SSH-2.0\r\n'), 'invalid'],
];

describe.each(databases.eachSupportedId())('Deliverer, %p', engine => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();

  afterEach(() => {
    sockets.forEach(socket => socket.destroy());
    servers.splice(0).forEach(server => server.close());
  });

  async function receive(manner: Manner): Promise<string> {
    const server = createServer(socket => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('data', () => manner(socket));
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/hook`;
  }

  async function setUp() {
    const knex = await databases.create(engine);
    const store = new AlertStore(knex);
    const deliveries = new DeliveryStore(knex, 'here');
    const clock = { time: 1_000_000, now: () => clock.time };
    const logger = mockServices.logger.mock();
    const counted = jest.fn();
    const add = async (transition: Transition, channels: string[]) => {
      const follows = (await store.lastStates()).get(keyOf(transition));
      await store.add(transition, { at: clock.time, channels, follows });
    };
    const deliverer = (channels: AlertChannel[]) =>
      new Deliverer({
        store: deliveries,
        channels,
        installation: 'here',
        clock,
        logger,
        linkOf: () => 'http://portal/adoption',
        random: () => 0,
        telemetry: { deliveries: counted },
      });
    const all = async () => {
      const alerts = await store.newest({ limit: 2_000 });
      const found = await deliveries.of(alerts.map(({ id }) => id));
      const of = (id: number) => alerts.find(each => each.id === id)!;
      return found.map(each => ({ ...each, state: of(each.alertId).state }));
    };
    return { knex, clock, logger, counted, add, deliverer, all };
  }

  function recording(name: string, fail: () => unknown = () => undefined) {
    const sent: AlertMessage[] = [];
    const channel: AlertChannel = {
      name,
      async send(message) {
        const error = fail();
        if (error) {
          throw error;
        }
        sent.push(message);
      },
    };
    return { channel, sent };
  }

  it('counts what was sent, what failed, and what was given up', async () => {
    const { add, clock, counted, deliverer } = await setUp();
    const good = recording('good');
    const bad = recording('bad', () => new Error('no'));
    await add(burning, ['good', 'bad']);
    await deliverer([good.channel, bad.channel]).deliver(never);
    clock.time += 5 * DAY;
    await deliverer([good.channel, bad.channel]).deliver(never);
    expect(counted.mock.calls).toEqual(
      expect.arrayContaining([
        ['sent', { channel: 'good' }],
        ['failed', { channel: 'bad', error: 'failed' }],
        ['given-up', { error: 'expired', count: 1 }],
      ]),
    );
    expect(counted).toHaveBeenCalledTimes(3);
  });

  it('lets no receiver delay another one, or the process', async () => {
    const { add, deliverer, all } = await setUp();
    const clock = { now: () => 0 };
    const channels = await Promise.all(
      hostile.map(async ([, manner], index): Promise<AlertChannel> => {
        const url = await receive(manner);
        const webhook = new WebhookChannel({
          format: 'json',
          url,
          headers: {},
          formerSecrets: [],
          clock,
        });
        return {
          name: `hostile-${index}`,
          send: (message, signal) =>
            webhook.send(
              message,
              AbortSignal.any([signal, AbortSignal.timeout(4_000)]),
            ),
        };
      }),
    );
    const times: number[] = [];
    const begun = performance.now();
    const good: AlertChannel = {
      name: 'good',
      send: async () => void times.push(performance.now() - begun),
    };
    await add(
      burning,
      [...channels, good].map(({ name }) => name),
    );
    const memory = process.memoryUsage().rss;
    const delay = await loopDelayDuring(() =>
      deliverer([...channels, good]).deliver(never),
    );
    expect(times).toHaveLength(1);
    expect(times[0]).toBeLessThan(3_500);
    expect(delay).toBeLessThan(100);
    expect(process.memoryUsage().rss - memory).toBeLessThan(100_000_000);
    const outcome = await all();
    const became = hostile.map(([title], index) => {
      const { error } = outcome.find(
        ({ channel }) => channel === `hostile-${index}`,
      )!;
      return [title, error?.replace('invalid-answer', 'invalid')];
    });
    expect(became).toEqual(hostile.map(([title, , code]) => [title, code]));
  });

  it('waits for no channel that pays no attention to its signal', async () => {
    jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const limit = new AbortController();
      const reason = new DOMException('', 'TimeoutError');
      setTimeout(() => limit.abort(reason), 20);
      return limit.signal;
    });
    const { add, deliverer, all, clock } = await setUp();
    let asked = 0;
    const stuck: AlertChannel = {
      name: 'stuck',
      send: () => {
        asked += 1;
        return new Promise(() => {});
      },
    };
    const good = recording('good');
    const service = deliverer([stuck, good.channel]);
    for (let turn = 0; turn < 6; turn += 1) {
      await add({ ...burning, subject: String(turn) }, ['stuck', 'good']);
      await service.deliver(never);
      clock.time += MINUTE;
    }
    jest.restoreAllMocks();
    expect(good.sent).toHaveLength(6);
    // More attempts would only keep more of them in memory.
    expect(asked).toBe(3);
    const errors = (await all()).map(({ error }) => error);
    expect(new Set(errors)).toEqual(new Set(['timeout', undefined]));
  });

  it('gives a claim back when it is stopped, and counts no attempt', async () => {
    const { add, deliverer, all } = await setUp();
    const stop = new AbortController();
    const stuck: AlertChannel = {
      name: 'stuck',
      send: () => {
        stop.abort(new Error('stopping'));
        return new Promise(() => {});
      },
    };
    await add(burning, ['stuck']);
    const stopped = deliverer([stuck]).deliver(stop.signal);
    await expect(stopped).rejects.toThrow('stopping');
    expect(await all()).toMatchObject([{ status: 'pending', attempts: 0 }]);
    const { channel, sent } = recording('stuck');
    await deliverer([channel]).deliver(never);
    expect(sent).toHaveLength(1);
  });

  describe('keeps the order of what is about one subject', () => {
    it('while the first message is tried again', async () => {
      const { add, deliverer, clock } = await setUp();
      let isAway = true;
      const { channel, sent } = recording('webhook', () =>
        isAway ? new Error('away') : undefined,
      );
      const service = deliverer([channel]);
      await add(burning, ['webhook']);
      await service.deliver(never);
      isAway = false;
      await add(calm, ['webhook']);
      await add({ ...burning, subject: 'slow' }, ['webhook']);
      await service.deliver(never);
      expect(sent.map(({ alert }) => alert.subject)).toEqual(['slow']);
      clock.time += MINUTE;
      await service.deliver(never);
      expect(sent.map(({ alert }) => alert.state).slice(1)).toEqual([
        'burning',
        'calm',
      ]);
    });

    it('and gives up the first where it never arrives', async () => {
      const { add, deliverer, all, clock } = await setUp();
      const sent: string[] = [];
      const channel: AlertChannel = {
        name: 'webhook',
        async send({ alert }) {
          if (alert.state === 'burning') {
            throw new Error('the text is not to its taste');
          }
          sent.push(alert.state);
        },
      };
      const service = deliverer([channel]);
      await add(burning, ['webhook']);
      await service.deliver(never);
      await add(calm, ['webhook']);
      for (let attempt = 1; attempt < 6; attempt += 1) {
        expect(sent).toEqual([]);
        clock.time += 2 ** attempt * MINUTE;
        await service.deliver(never);
      }
      expect(sent).toEqual(['calm']);
      clock.time += DAY;
      await service.deliver(never);
      expect(await all()).toMatchObject([
        { state: 'burning', status: 'failed', error: 'superseded' },
        { state: 'calm', status: 'sent' },
      ]);
    });
  });

  it('sends nothing that has become old news, and says so', async () => {
    const { add, deliverer, all, clock, logger } = await setUp();
    const { channel, sent } = recording('webhook');
    await add(burning, ['webhook']);
    clock.time += 4 * DAY + 1;
    await deliverer([channel]).deliver(never);
    expect(sent).toEqual([]);
    expect(await all()).toMatchObject([{ status: 'failed', error: 'expired' }]);
    expect(logger.warn).toHaveBeenCalledWith(
      'Alert messages dropped: 1 (expired)',
    );
  });

  it('keeps no more messages for a channel than someone would read', async () => {
    const { add, deliverer, all, knex } = await setUp();
    const { channel, sent } = recording('webhook');
    await add(burning, ['webhook', 'other']);
    const [first] = await knex('alert_deliveries').where({
      channel: 'webhook',
    });
    const rows = Array.from({ length: 1_000 }, (_, index) => ({
      ...first,
      id: `later-${index}`,
      alert_id: index + 100,
      due_at: 1e15,
    }));
    await knex.batchInsert('alert_deliveries', rows, 50);
    const other = recording('other');
    await deliverer([channel, other.channel]).deliver(never);
    expect([sent.length, other.sent.length]).toEqual([0, 1]);
    expect(await all()).toMatchObject([
      { channel: 'other', status: 'sent' },
      { channel: 'webhook', status: 'failed', error: 'outbox-full' },
    ]);
  });
});
