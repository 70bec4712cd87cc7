import { Knex } from 'knex';
import { migrateDown, migrateUp } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { HeartbeatStore } from './HeartbeatStore';
import { HeartbeatInterval } from './heartbeat';

const databases = createTestDatabases();
const noon = Date.UTC(2026, 10, 23, 12);

function interval(
  instanceId: string,
  [from, to]: [number, number],
  rest: Partial<HeartbeatInterval> = {},
): HeartbeatInterval {
  return {
    instanceId,
    seq: 0,
    state: 'up',
    startedAt: noon + from,
    lastBeatAt: noon + to,
    period: 15_000,
    ...rest,
  };
}

function closedAt(at: number): Pick<HeartbeatInterval, 'closed'> {
  return { closed: { at: noon + at, reason: 'shutdown' } };
}

describe.each(databases.eachSupportedId())('HeartbeatStore, %p', databaseId => {
  let knex: Knex;
  let store: HeartbeatStore;

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    store = new HeartbeatStore(knex);
  });

  beforeEach(async () => {
    await knex('heartbeats').delete();
  });

  async function save(...intervals: HeartbeatInterval[]) {
    for (const each of intervals) {
      await store.save(each);
    }
  }

  it('returns what was stored', async () => {
    const open = interval('a', [0, 60_000]);
    const closed = interval('a', [90_000, 99_000], {
      seq: 1,
      ...closedAt(99_500),
    });
    await save(closed, interval('b', [0, 1]), open);
    expect(await store.ofInstance('a')).toEqual([open, closed]);
  });

  it('stores the state of a process', async () => {
    const away = interval('a', [0, 60_000], { state: 'database' });
    await save(away);
    expect(await store.ofInstance('a')).toEqual([away]);
  });

  it('replaces an interval as it grows', async () => {
    await save(interval('a', [0, 0]), interval('a', [0, 15_000]));
    const closed = interval('a', [0, 20_000], closedAt(20_000));
    await save(closed);
    expect(await store.ofInstance('a')).toEqual([closed]);
  });

  it('takes no evidence back when an old statement comes late', async () => {
    const grown = interval('a', [0, 15_000]);
    await save(grown, interval('a', [0, 0]));
    expect(await store.ofInstance('a')).toEqual([grown]);
  });

  it('does not reopen an interval when a beat comes late', async () => {
    const closed = interval('a', [0, 15_000], closedAt(15_000));
    await save(closed, interval('a', [0, 30_000]));
    expect(await store.ofInstance('a')).toEqual([closed]);
  });

  it('finds intervals that overlap a half-open window', async () => {
    const over = interval('over', [-1_000_000, 1_000_000]);
    const inside = interval('inside', [1_000, 2_000]);
    const after = interval('after', [100_000, 200_000]);
    await save(over, inside, after);
    const window = { from: noon, to: noon + 100_000 };
    expect(await store.during(window)).toEqual([over, inside]);
  });

  it('finds an open interval whose next heartbeat may still come', async () => {
    const waiting = interval('waiting', [0, 100_000]);
    const stopped = interval('stopped', [0, 105_000], closedAt(105_000));
    await save(waiting, stopped);
    const window = { from: noon + 110_000, to: noon + 120_000 };
    expect(await store.during(window)).toEqual(
      expect.arrayContaining([waiting, stopped]),
    );
  });

  it('finds the interval that ended last before the window', async () => {
    const early = interval('early', [0, 1_000]);
    const last = interval('last', [0, 5_000], closedAt(5_000));
    await save(early, last);
    const window = { from: noon + 1_000_000, to: noon + 2_000_000 };
    expect(await store.during(window)).toEqual([last]);
  });

  it('prefers the unclosed of two that ended together', async () => {
    const crashed = interval('b', [0, 5_000]);
    const stopped = interval('a', [0, 5_000], closedAt(5_000));
    await save(stopped, crashed);
    const window = { from: noon + 1_000_000, to: noon + 2_000_000 };
    expect(await store.during(window)).toEqual([crashed]);
  });

  it('finds the first heartbeat', async () => {
    expect(await store.firstBeatAt()).toBeUndefined();
    await save(interval('b', [500, 600]), interval('a', [70, 600]));
    expect(await store.firstBeatAt()).toBe(noon + 70);
  });

  it('answers a ping, but not over a closed connection', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
    const other = await databases.create(databaseId);
    await other.destroy();
    const closed = new HeartbeatStore(other);
    await expect(closed.ping()).rejects.toThrow();
  });

  it('is created and dropped by the migrations', async () => {
    await migrateDown(knex);
    expect(await knex.schema.hasTable('heartbeats')).toBe(false);
    await migrateUp(knex);
    expect(await knex('heartbeats').count('* as n').first()).toBeDefined();
  });
});
