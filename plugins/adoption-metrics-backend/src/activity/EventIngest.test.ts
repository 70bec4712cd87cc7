import { serveRoutes } from '../http/__testUtils__/serveRoutes';
import { createPseudonymizer } from '../people';
import { SubmittedBatch } from './SubmittedBatch';
import { EventIngest } from './EventIngest';
import { createEventRoutes } from './routes';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const batchId = '5f0c2f1e-8f0b-4a53-9f0e-0d7f7a4c2b11';

function setUp() {
  const submitted: SubmittedBatch[] = [];
  const pseudonymize = createPseudonymizer('a secret of enough length');
  const ingest = new EventIngest({
    clock: { now: () => NOW },
    pseudonymize,
    queue: {
      submit: async batch => {
        submitted.push(batch);
        const { events, rejected, faults } = batch;
        const accepted = events.length;
        return { batchId: batch.batchId, accepted, rejected, faults };
      },
    },
  });
  return { submitted, pseudonymize, ingest };
}

const event = {
  type: 'interaction',
  at: new Date(NOW).toISOString(),
  action: 'click',
  pluginId: 'catalog',
};

describe('EventIngest', () => {
  it("submits a person's events under the pseudonym", async () => {
    const { submitted, pseudonymize, ingest } = setUp();
    const body = { batchId, events: [event, {}] };
    const outcome = await ingest.take('user:default/Ada', body);
    expect(outcome).toMatchObject({
      accepted: 1,
      rejected: 1,
      faults: [{ index: 1 }],
    });
    expect(submitted).toHaveLength(1);
    expect(submitted[0]).toMatchObject({
      pseudonym: pseudonymize('user:default/ada'),
      receivedAt: NOW,
    });
    expect(JSON.stringify(submitted)).not.toMatch(/ada/i);
  });

  it.each([
    'user:default/guest',
    'user:development/guest',
    'User:Default/Guest',
  ])('rejects each event of %s', async guest => {
    const { submitted, ingest } = setUp();
    const outcome = await ingest.take(guest, { batchId, events: [event, {}] });
    expect(outcome).toMatchObject({
      batchId,
      accepted: 0,
      rejected: 2,
      faults: [{ index: 0, field: 'credentials' }],
    });
    expect(submitted).toEqual([]);
  });
});

describe('POST /events', () => {
  async function post(body: string | object | undefined) {
    const { submitted, ingest } = setUp();
    const send = serveRoutes(createEventRoutes(ingest)).post('/events');
    const answer = await send.type('json').send(body);
    return { status: answer.status, body: answer.body, submitted };
  }

  it('submits the events of the signed-in person without unknown fields', async () => {
    const sent = { ...event, userEntityRef: 'user:default/boss' };
    const { status, body, submitted } = await post({
      batchId,
      events: [sent, 'text'],
      extra: 1,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: 1,
      faults: [{ index: 1 }],
    });
    expect(submitted[0].events).toEqual([{ event, at: NOW }]);
  });

  it.each([undefined, 'null', '"text"', '7', '[]'])(
    'refuses %p, which is no object',
    async body => {
      const { status, submitted } = await post(body);
      expect(status).toBe(400);
      expect(submitted).toEqual([]);
    },
  );

  it.each([
    ['no batch id', { events: [event] }, 'batchId'],
    ['a bad batch id', { batchId: '1', events: [event] }, 'batchId'],
    ['no events', { batchId }, 'events'],
    ['an empty batch', { batchId, events: [] }, 'events'],
    [
      'more than 500 events',
      { batchId, events: Array.from({ length: 501 }, () => event) },
      'events',
    ],
  ])('refuses %s, and names the field and what is accepted', async (...row) => {
    const [, sent, field] = row;
    const { status, body, submitted } = await post(sent);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      new RegExp(`^field '${field}' .*; expected .*(UUID|500)`, 'i'),
    );
    expect(submitted).toEqual([]);
  });
});
