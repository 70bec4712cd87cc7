import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import { concealStatements } from '../database';
import { anyText } from '../database/__testUtils__/anyText';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { keyOf, Transition } from './Alert';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';
import { atRisk } from './__testUtils__/atRisk';
import { AlertStore } from './AlertStore';
import { Deliverer, retryAfter } from './Deliverer';
import { DeliveryStore } from './DeliveryStore';

const databases = createTestDatabases();
const never = new AbortController().signal;
const MINUTE = 60_000;

const onTrack: Transition = { ...atRisk, state: 'on-track' };

describe.each(databases.eachSupportedId())('alerts, %p', databaseId => {
  let knex: Knex;
  let store: AlertStore;
  let deliveries: DeliveryStore;
  let now: number;
  let received: AlertMessage[];
  let failure: Error | undefined;

  const channel: AlertChannel = {
    name: 'webhook',
    async send(message) {
      received.push(message);
      if (failure) {
        throw failure;
      }
    },
  };

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    // As the plugin opens it: errors keep nothing but their code.
    concealStatements(knex);
    store = new AlertStore(knex);
    deliveries = new DeliveryStore(knex, 'here');
  });

  beforeEach(async () => {
    for (const table of ['alert_states', 'alerts', 'alert_deliveries']) {
      await knex(table).delete();
    }
    now = 1_000_000;
    received = [];
    failure = undefined;
  });

  function createDeliverer(channels = [channel], random = 0): Deliverer {
    return new Deliverer({
      store: new DeliveryStore(knex, 'here'),
      channels,
      installation: 'here',
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
      linkOf: rule => `http://portal/adoption/${rule}`,
      random: () => random,
    });
  }

  const lastOf = async (transition: Transition) =>
    (await store.lastStates()).get(keyOf(transition));

  const add = async (transition: Transition, channels = ['webhook']) => {
    const follows = await lastOf(transition);
    return store.add(transition, { at: now, channels, follows });
  };

  const claim = (name = 'webhook') =>
    deliveries.claimNext({ channel: name, now, until: now + MINUTE });

  const newestDeliveries = async () => {
    const [{ id }] = await store.newest({ limit: 1 });
    return deliveries.of([id]);
  };

  it('stores a transition once, whatever the number of replicas', async () => {
    const found = { at: now, channels: ['webhook'], follows: undefined };
    const replicas = [1, 2, 3].map(() => store.add(atRisk, found));
    expect((await Promise.all(replicas)).filter(Boolean)).toHaveLength(1);
    expect(await store.add(atRisk, found)).toBe(false);
    const [{ id, state }, ...others] = await store.newest({ limit: 10 });
    expect([state, others]).toEqual(['at-risk', []]);
    expect(await deliveries.of([id])).toMatchObject([{ channel: 'webhook' }]);
  });

  it('stores the same state again after another one', async () => {
    for (const transition of [atRisk, onTrack, atRisk]) {
      now += 1;
      expect(await add(transition)).toBe(true);
    }
    expect(
      (await store.newest({ limit: 10 })).map(({ state }) => state),
    ).toEqual(['at-risk', 'on-track', 'at-risk']);
    expect(await store.lastStates()).toEqual(
      new Map([['deadline/1', { state: 'at-risk', sequence: 3 }]]),
    );
  });

  it('reads pages from the newest to the oldest, none twice', async () => {
    for (const state of ['at-risk', 'on-track', 'missed', 'achieved', 'gone']) {
      now += state === 'missed' ? 0 : 1;
      await add({ ...atRisk, state });
    }
    const pages: string[][] = [];
    let after: { id: number; at: number } | undefined;
    for (;;) {
      const page = await store.newest({ limit: 2, after });
      if (page.length === 0) {
        break;
      }
      pages.push(page.map(({ state }) => state));
      after = page.at(-1);
    }
    expect(pages).toEqual([
      ['gone', 'achieved'],
      ['missed', 'on-track'],
      ['at-risk'],
    ]);
  });

  it('has the last state of each subject as its current alert', async () => {
    await add(atRisk);
    await add(onTrack);
    await add({ ...atRisk, subject: '2' });
    await add({ ...atRisk, subject: '3', isBaseline: true });
    const current = await store.current();
    expect(current.map(({ subject, state }) => [subject, state])).toEqual([
      ['1', 'on-track'],
      ['2', 'at-risk'],
    ]);
  });

  it('refuses what a replica had found before it was halted', async () => {
    const halted = { at: now, channels: ['webhook'], follows: undefined };
    for (const transition of [atRisk, onTrack]) {
      await add(transition);
    }
    expect(await store.add(atRisk, halted)).toBe(false);
    expect(await lastOf(atRisk)).toEqual({ state: 'on-track', sequence: 2 });
    expect(await knex('alert_deliveries')).toHaveLength(2);
  });

  it('keeps a baseline, and notifies nobody of it', async () => {
    await add({ ...atRisk, isBaseline: true });
    expect(await lastOf(atRisk)).toMatchObject({ state: 'at-risk' });
    expect(await store.newest({ limit: 10 })).toEqual([]);
    expect(await claim()).toBeUndefined();
  });

  it('is sent once by replicas that look at the same time', async () => {
    await add(atRisk);
    await Promise.all([1, 2, 3].map(() => createDeliverer().deliver(never)));
    expect(received).toHaveLength(1);
    const [{ id }] = await store.newest({ limit: 1 });
    expect(received[0]).toMatchObject({
      deliveryId: `here-${id}-${now.toString(36)}-webhook`,
      installation: 'here',
      alert: { id: String(id), state: 'at-risk', title: atRisk.title },
      link: 'http://portal/adoption/deadline',
    });
    expect(await newestDeliveries()).toMatchObject([
      { status: 'sent', attempts: 1, error: undefined },
    ]);
  });

  it('is sent again by another replica after one has died', async () => {
    await add(atRisk);
    const claimed = await claim();
    await createDeliverer().deliver(never);
    expect(received).toHaveLength(0);
    now += MINUTE;
    await createDeliverer().deliver(never);
    expect(received.map(({ deliveryId }) => deliveryId)).toEqual([claimed!.id]);
  });

  it('tries again under the same id, ever more seldom', async () => {
    failure = Object.assign(new Error('secret'), { statusCode: 503 });
    await add(atRisk);
    const deliverer = createDeliverer();
    await deliverer.deliver(never);
    await deliverer.deliver(never);
    expect(received).toHaveLength(1);
    expect(await newestDeliveries()).toMatchObject([
      { status: 'pending', attempts: 1, error: 'http-503' },
    ]);
    now += MINUTE;
    await deliverer.deliver(never);
    now += MINUTE;
    await deliverer.deliver(never);
    expect(received).toHaveLength(2);
    failure = undefined;
    now += MINUTE;
    await deliverer.deliver(never);
    const ids = new Set(received.map(({ deliveryId }) => deliveryId));
    expect([received.length, ids.size]).toEqual([3, 1]);
    expect((await newestDeliveries())[0].status).toBe('sent');
  });

  it('is due again in whole milliseconds, whatever chance adds', async () => {
    failure = new Error('away');
    await add(atRisk);
    await createDeliverer([channel], 0.123_456).deliver(never);
    expect(await newestDeliveries()).toMatchObject([
      { status: 'pending', attempts: 1, error: 'failed' },
    ]);
  });

  it('keeps what a receiver says, whatever that is, and goes on', async () => {
    const thrown = fc.oneof(
      anyText,
      anyText.map(text => new Error(text)),
    );
    const answers = fc.sample(thrown, { numRuns: 100, seed: 16 });
    const failing = [...answers, undefined, null].map((answer, index) => ({
      name: `failing-${index}`,
      send: () => Promise.reject(answer),
    }));
    await add(
      atRisk,
      failing.map(({ name }) => name),
    );
    await createDeliverer(failing).deliver(never);
    for (const { status, attempts, error } of await newestDeliveries()) {
      expect([status, attempts]).toEqual(['pending', 1]);
      expect(error).not.toMatch(/[\0\p{Surrogate}]/u);
    }
  });

  it('gives up in the end, and says so', async () => {
    failure = new Error('no');
    await add(atRisk);
    for (let attempt = 0; attempt < 20; attempt++) {
      await createDeliverer().deliver(never);
      // The longest interval between two attempts.
      now += attempt < 8 ? 2 ** attempt * MINUTE : 6 * 60 * MINUTE;
    }
    expect(received).toHaveLength(16);
    expect((await newestDeliveries())[0]).toMatchObject({
      status: 'failed',
      error: 'failed',
    });
  });

  it('delivers all that is due in one run, however much of it fails', async () => {
    const failing = Array.from({ length: 50 }, (_, index) => ({
      name: `failing-${index}`,
      send: () => Promise.reject(new Error('away')),
    }));
    const names = failing.map(({ name }) => name);
    await add(atRisk, names);
    now += 1;
    await add(onTrack);
    await createDeliverer([...failing, channel]).deliver(never);
    expect(received.map(({ alert }) => alert.state)).toEqual(['on-track']);
  });

  it('lets no failing channel keep another one from notifying', async () => {
    const failing: AlertChannel = {
      name: 'notifications',
      send: () => Promise.reject(new Error('away')),
    };
    await add(atRisk, ['notifications', 'webhook', 'gone']);
    await createDeliverer([failing, channel]).deliver(never);
    expect(received).toHaveLength(1);
    const statuses = async () =>
      (await newestDeliveries()).map(({ status }) => status).sort();
    // A replica that is older than the configuration does not know a channel.
    expect(await statuses()).toEqual(['pending', 'pending', 'sent']);
    now += 61 * MINUTE;
    await createDeliverer([failing, channel]).deliver(never);
    expect(await statuses()).toEqual(['failed', 'pending', 'sent']);
  });
});

describe('retryAfter', () => {
  it('doubles from a minute to six hours, and spreads replicas', () => {
    expect(retryAfter(0, 0)).toBe(MINUTE);
    expect(retryAfter(3, 0)).toBe(8 * MINUTE);
    expect(retryAfter(3, 1)).toBe(12 * MINUTE);
    expect(retryAfter(30, 0)).toBe(6 * 60 * MINUTE);
  });
});
