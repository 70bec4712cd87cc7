import { createPseudonymizer } from '../people';
import { SubmittedBatch } from './BatchCommitter';
import { EventIngest } from './EventIngest';

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
        const { events, rejected } = batch;
        return { batchId: batch.batchId, accepted: events.length, rejected };
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
  it('passes on what a person did, under the pseudonym', async () => {
    const { submitted, pseudonymize, ingest } = setUp();
    const body = { batchId, events: [event, {}] };
    const outcome = await ingest.take('user:default/Ada', body);
    expect(outcome).toMatchObject({ accepted: 1, rejected: [{ index: 1 }] });
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
  ])('counts nothing of %s and says so for each event', async guest => {
    const { submitted, ingest } = setUp();
    const outcome = await ingest.take(guest, { batchId, events: [event, {}] });
    expect(outcome).toMatchObject({
      batchId,
      accepted: 0,
      rejected: [
        { index: 0, field: 'credentials' },
        { index: 1, field: 'credentials' },
      ],
    });
    expect(submitted).toEqual([]);
  });

  it('refuses a body that is no batch', async () => {
    const { submitted, ingest } = setUp();
    await expect(ingest.take('user:default/ada', [])).rejects.toThrow(
      'the body must be a JSON object',
    );
    expect(submitted).toEqual([]);
  });
});
