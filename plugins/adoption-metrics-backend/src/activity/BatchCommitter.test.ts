import { EventCounter } from '../parts/EventCounter';
import { activityCounter } from './activityCounter';
import {
  batchOf,
  days,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';

describe.each(testedDatabases())('BatchCommitter, %p', engine => {
  async function setUp(counters?: EventCounter[]) {
    const ingest = await setUpIngest(engine, counters);
    const countActions = async () => {
      const rows = await ingest.knex('action_counts').orderBy('action');
      return rows.map(row => [row.action, Number(row.n)]);
    };
    return { ...ingest, countActions };
  }

  it('counts a batch and returns its outcome', async () => {
    const { committer, countActions } = await setUp();
    const rejected = 7;
    const faults = [{ index: 2, field: 'at', message: 'too old' }];
    const events = [interaction(0), interaction(0)];
    const batch = { ...batchOf('ada', events), rejected, faults };
    const { batchId } = batch;
    expect(await committer.commit([batch])).toEqual([
      { batchId, accepted: 2, rejected, faults },
    ]);
    expect(await countActions()).toEqual([['click', 2]]);
  });

  it('adds nothing for a replay and gives the same answer', async () => {
    const { committer, countActions } = await setUp();
    const batch = batchOf('ada', [interaction(0), interaction(0)]);
    const first = await committer.commit([batch]);
    const later = { ...batch, events: [], receivedAt: batch.receivedAt + 9 };
    expect(await committer.commit([batch])).toEqual(first);
    expect(await committer.commit([later])).toEqual(first);
    expect(await countActions()).toEqual([['click', 2]]);
  });

  it('counts a batch that is twice in one group once', async () => {
    const { committer, countActions } = await setUp();
    const batch = batchOf('ada', [interaction(0)]);
    const other = batchOf('bob', [interaction(0), interaction(0)]);
    const outcomes = await committer.commit([batch, other, batch]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([1, 2, 1]);
    expect(outcomes[2]).toEqual(outcomes[0]);
    expect(await countActions()).toEqual([['click', 3]]);
  });

  it('answers a group of replays and new batches in its order', async () => {
    const { committer, countActions } = await setUp();
    const known = batchOf('ada', [interaction(0), interaction(0)]);
    await committer.commit([known]);
    const fresh = batchOf('ada', [interaction(0)]);
    const outcomes = await committer.commit([fresh, known]);
    expect(outcomes.map(({ batchId }) => batchId)).toEqual([
      fresh.batchId,
      known.batchId,
    ]);
    expect(await countActions()).toEqual([['click', 3]]);
  });

  it('answers hundreds of replays as it did the first time', async () => {
    const { committer, countActions } = await setUp();
    const batches = Array.from({ length: 900 }, (_, i) =>
      batchOf(`p${i % 7}`, i % 2 ? [interaction(0)] : []),
    );
    const first = await committer.commit(batches);
    expect(await committer.commit([...batches].reverse())).toEqual(
      [...first].reverse(),
    );
    expect(await countActions()).toEqual([['click', 450]]);
  });

  it('distinguishes batches of two people with the same id', async () => {
    const { committer, countActions } = await setUp();
    const ada = batchOf('ada', [interaction(0)]);
    const bob = batchOf('bob', [interaction(0)], ada.batchId);
    await committer.commit([ada]);
    await committer.commit([bob]);
    expect(await countActions()).toEqual([['click', 2]]);
  });

  it('counts a batch that two replicas commit at the same time once', async () => {
    const { committer, countActions } = await setUp();
    const batches = ['ada', 'bob', 'cy'].map(name =>
      batchOf(name, [interaction(0)]),
    );
    const [first, second] = await Promise.all([
      committer.commit(batches),
      committer.commit([...batches].reverse()),
    ]);
    expect(second).toEqual([...first].reverse());
    expect(await countActions()).toEqual([['click', 3]]);
  });

  it('commits a group of many people and batches', async () => {
    const { committer, activity } = await setUp();
    const batches = Array.from({ length: 1_000 }, (_, i) =>
      batchOf(`p${i}`, [interaction(0)]),
    );
    expect(await committer.commit(batches)).toHaveLength(1_000);
    const active = await activity.countActive(days(0, 1), {
      day: days(0, 1).from,
      everybody: false,
    });
    expect(active.total).toBe(1_000);
  });

  it('stores nothing of a batch that one counter cannot store', async () => {
    let broken = true;
    const failing: EventCounter = {
      count: () =>
        broken ? [{ table: 'gone', key: ['n'], rows: [{ n: 1 }] }] : [],
    };
    const { committer, countActions } = await setUp([activityCounter, failing]);
    const batch = batchOf('ada', [interaction(0)]);
    await expect(committer.commit([batch])).rejects.toThrow(/gone/);
    expect(await countActions()).toEqual([]);
    broken = false;
    await committer.commit([batch]);
    expect(await countActions()).toEqual([['click', 1]]);
  });
});
