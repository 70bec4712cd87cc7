import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { SubmittedBatch } from './SubmittedBatch';
import { BatchQueue } from './BatchQueue';

function batchOf(
  batchId: string,
  size = 1,
  pseudonym = batchId,
): SubmittedBatch {
  const event = {
    type: 'interaction' as const,
    at: '2026-03-10T12:00:00.000Z',
    action: 'click',
    pluginId: 'catalog',
  };
  const events = Array.from({ length: size }, () => ({ event, at: 1 }));
  return {
    batchId,
    events,
    rejected: 0,
    faults: [],
    pseudonym,
    receivedAt: 1,
  };
}

/** A store that keeps every transaction, and can be slow or refuse a batch. */
class RecordingStore {
  readonly attempts: string[][] = [];
  readonly stored: string[] = [];
  refused: string | undefined;
  refusal: Error = new Error('refused');
  gate: Promise<void> = Promise.resolve();

  readonly commit = async (
    batches: SubmittedBatch[],
  ): Promise<BatchOutcome[]> => {
    const ids = batches.map(batch => batch.batchId);
    this.attempts.push(ids);
    await this.gate;
    if (this.refused && ids.includes(this.refused)) {
      throw this.refusal;
    }
    this.stored.push(...ids);
    return batches.map(({ batchId, events }) => ({
      batchId,
      accepted: events.length,
      rejected: 0,
      faults: [],
    }));
  };
}

describe('BatchQueue', () => {
  function setUp(atOnce = 1) {
    const store = new RecordingStore();
    return { store, queue: new BatchQueue(store, atOnce) };
  }

  it('stores what arrives at once in one transaction', async () => {
    const { store, queue } = setUp();
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((id, i) => queue.submit(batchOf(id, i + 1))),
    );
    expect(store.attempts).toEqual([['a', 'b', 'c']]);
    expect(
      outcomes.map(({ batchId, accepted }) => [batchId, accepted]),
    ).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('stores what arrives with a full group together with it', async () => {
    const { store, queue } = setUp();
    await Promise.all(
      ['a', 'b', 'c'].map(id => queue.submit(batchOf(id, 1_000))),
    );
    expect(store.attempts).toEqual([['a', 'b', 'c']]);
  });

  it('answers only after the batch is stored', async () => {
    const { store, queue } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    let answered = false;
    const answer = queue.submit(batchOf('a')).then(() => {
      answered = true;
    });
    const flushed = queue.flush();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(store.attempts).toEqual([['a']]);
    expect(answered).toBe(false);
    open();
    await Promise.all([answer, flushed]);
    expect(store.stored).toEqual(['a']);
  });

  it('runs one transaction at a time', async () => {
    const { store, queue } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const first = queue.submit(batchOf('a', 1_000));
    await new Promise(setImmediate);
    const second = queue.submit(batchOf('b', 1_000));
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(store.attempts).toEqual([['a']]);
    open();
    await Promise.all([first, second]);
    expect(store.attempts).toEqual([['a'], ['b']]);
  });

  it('runs as many transactions at the same time as allowed, and none without batches', async () => {
    const { store, queue } = setUp(2);
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const answers = [];
    for (const id of ['a', 'b', 'c']) {
      answers.push(queue.submit(batchOf(id, 1_000)));
      await new Promise(setImmediate);
    }
    expect(store.attempts).toEqual([['a'], ['b']]);
    const flushed = queue.flush();
    open();
    await flushed;
    expect(store.stored.sort()).toEqual(['a', 'b', 'c']);
    await Promise.all(answers);
    // Both begin before the first has taken what there is.
    answers.push(queue.submit(batchOf('d', 1_000)));
    await queue.submit(batchOf('e', 1_000));
    await queue.flush();
    expect(store.attempts.slice(3)).toEqual([['d', 'e']]);
  });

  it('stores together what gathered while another group was stored', async () => {
    const { store, queue } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const first = queue.submit(batchOf('a', 1_000));
    await new Promise(setImmediate);
    const others = [];
    for (const id of ['b', 'c', 'd', 'e']) {
      others.push(queue.submit(batchOf(id, 1_500)));
      await new Promise(setImmediate);
    }
    open();
    await Promise.all([first, ...others]);
    expect(store.attempts).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('stores the other batches when the database refuses one', async () => {
    const { store, queue } = setUp();
    store.refused = 'b';
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(id => queue.submit(batchOf(id))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(store.stored).toEqual(['a', 'c']);
  });

  it('does not retry a batch that was refused alone', async () => {
    const { store, queue } = setUp();
    store.refused = 'a';
    await expect(queue.submit(batchOf('a'))).rejects.toThrow('refused');
    expect(store.attempts).toEqual([['a']]);
    await queue.submit(batchOf('b'));
    expect(store.stored).toEqual(['b']);
  });

  it('refuses batches while it is full', async () => {
    const { store, queue } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const accepted = Array.from({ length: 40 }, (_, i) =>
      queue.submit(batchOf(`${i}`, 500)),
    );
    expect(() => queue.submit(batchOf('late'))).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    open();
    await Promise.all(accepted);
    await queue.flush();
    await queue.submit(batchOf('late'));
    expect(store.stored).toHaveLength(41);
  });

  it('flushes without waiting for more batches', async () => {
    const { store, queue } = setUp();
    const answer = queue.submit(batchOf('a'));
    await queue.flush();
    expect(store.stored).toEqual(['a']);
    await answer;
    await queue.flush();
    expect(store.attempts).toHaveLength(1);
  });

  it('tries an unreachable database once, not once per batch', async () => {
    const { store, queue } = setUp();
    store.refused = 'b';
    store.refusal = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(id => queue.submit(batchOf(id))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(store.attempts).toHaveLength(1);
  });

  it.each([
    ['without a single event', 20_000, { events: [] }],
    ['with rejected events only', 40, { events: [], rejected: 500 }],
  ])('limits held batches %s', async (_, count, change) => {
    const { store, queue } = setUp();
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    const accepted = Array.from({ length: count }, (__, i) =>
      queue.submit({ ...batchOf(`${i}`), ...change }),
    );
    expect(() => queue.submit(batchOf('late'))).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    open();
    await Promise.all(accepted);
    await queue.submit(batchOf('late'));
  });

  /** Holds back what is stored from now on. */
  function close(store: RecordingStore) {
    let open = () => {};
    store.gate = new Promise(resolve => {
      open = resolve;
    });
    return () => open();
  }

  it('lets people take turns, however much one of them sends', async () => {
    const { store, queue } = setUp();
    const open = close(store);
    const answers = [queue.submit(batchOf('first', 1_000))];
    await new Promise(setImmediate);
    for (let i = 0; i < 500; i++) {
      answers.push(queue.submit(batchOf(`ada ${i}`, 2, 'ada')));
    }
    for (const person of ['bob', 'cleo']) {
      answers.push(queue.submit(batchOf(`${person} 0`, 10, person)));
      answers.push(queue.submit(batchOf(`${person} 1`, 10, person)));
    }
    open();
    await Promise.all(answers);
    expect(store.attempts[1].slice(0, 7)).toEqual([
      'ada 0',
      'bob 0',
      'cleo 0',
      'ada 1',
      'bob 1',
      'cleo 1',
      'ada 2',
    ]);
  });

  it('refuses what one person has waiting beyond two full batches, and nobody else', async () => {
    const { store, queue } = setUp();
    const open = close(store);
    const answers = ['a', 'b'].map(id => queue.submit(batchOf(id, 500, 'ada')));
    expect(() => queue.submit(batchOf('c', 1, 'ada'))).toThrow(
      expect.objectContaining({ status: 429, retryAfter: 1 }),
    );
    answers.push(queue.submit(batchOf('d', 500, 'bob')));
    open();
    await Promise.all(answers);
    await queue.submit(batchOf('c', 1, 'ada'));
    expect(store.stored.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets go of a batch for which nobody waits, unless it is being stored', async () => {
    const { store, queue } = setUp();
    const open = close(store);
    const [storing, waiting] = [new AbortController(), new AbortController()];
    const first = queue.submit(batchOf('a', 1_000), storing.signal);
    await new Promise(setImmediate);
    const second = queue.submit(batchOf('b', 1_000, 'ada'), waiting.signal);
    const third = queue.submit(batchOf('c', 1_000));
    storing.abort();
    waiting.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    const again = queue.submit(batchOf('d', 1_000, 'ada'));
    open();
    await Promise.all([first, third, again]);
    expect(store.attempts).toEqual([['a'], ['c', 'd']]);
    expect(() => queue.submit(batchOf('e'), waiting.signal)).toThrow('gone');
  });

  it('stores a batch that arrives after an interrupted wait', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const { store, queue } = setUp();
    const first = queue.submit(batchOf('a'));
    jest.runAllTimers();
    const joining = queue.submit(batchOf('b'));
    await Promise.all([first, joining]);
    expect(store.attempts).toEqual([['a', 'b']]);

    jest.runAllTimers();
    const next = queue.submit(batchOf('c'));
    jest.runAllTimers();
    expect(await next).toMatchObject({ batchId: 'c' });
    await queue.flush();
    jest.useRealTimers();
  });
});
