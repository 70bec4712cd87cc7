import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseDeveloperStore } from './DatabaseDeveloperStore';
import { DatabasePeopleStore } from './DatabasePeopleStore';
import { DeveloperCollector } from './DeveloperCollector';
import { createPseudonymizer } from './pseudonym';

jest.setTimeout(60_000);

const databases = createTestDatabases();

function people(...names: string[]): string[] {
  return names.map(name => `user:default/${name}`);
}

const crowd = (size: number) =>
  Array.from({ length: size }, (_, i) => `user:default/p${i}`);

describe.each(databases.eachSupportedId())('DeveloperCollector, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const pseudonymize = createPseudonymizer('a secret of enough length');
    const store = new DatabaseDeveloperStore(knex);
    const peopleStore = new DatabasePeopleStore(knex);
    const collector = new DeveloperCollector({
      people: peopleStore,
      developers: store,
      pseudonymize,
      exclude: people('bot'),
    });
    const spansOf = async (name: string) => {
      const pseudonym = pseudonymize(`user:default/${name}`);
      const ids = await peopleStore.findIds([pseudonym]);
      const rows = await knex('developer_spans')
        .where({ person_id: ids.get(pseudonym) ?? -1 })
        .orderBy('from_day');
      return rows.map(row => [row.from_day, row.to_day ?? undefined]);
    };
    return { knex, store, collector, spansOf };
  }

  it('remembers who joined, left and returned on which day', async () => {
    const { collector, spansOf } = await setUp();
    const others = ['b', 'c', 'd', 'e', 'f'];
    await collector.collect(people('a', ...others), 10);
    await collector.collect(people(...others, 'g'), 12);
    await collector.collect(people('a', ...others, 'g'), 15);
    expect(await spansOf('a')).toEqual([
      [10, 12],
      [15, undefined],
    ]);
    expect(await spansOf('b')).toEqual([[10, undefined]]);
    expect(await spansOf('g')).toEqual([[12, undefined]]);
  });

  it('forgets changes that were taken back on the same day', async () => {
    const { collector, spansOf } = await setUp();
    const others = ['b', 'c', 'd', 'e', 'f'];
    await collector.collect(people('a', ...others), 10);
    await collector.collect(people(...others, 'typo'), 12);
    await collector.collect(people('a', ...others), 12);
    expect(await spansOf('a')).toEqual([[10, undefined]]);
    expect(await spansOf('typo')).toEqual([]);
  });

  it('counts developers apart from those who are excluded', async () => {
    const { collector, store } = await setUp();
    const outcome = await collector.collect(people('a', 'bot', 'b'), 10);
    const count = { developers: 2, excluded: 1 };
    expect(outcome).toEqual({ status: 'collected', ...count });
    expect(await store.countOn(9)).toBeUndefined();
    const stored = { day: 10, ...count, held: false };
    expect(await store.countOn(10)).toEqual(stored);
    expect(await store.countOn(30)).toEqual(stored);
  });

  it('believes a sudden fall only when it is seen again', async () => {
    const { collector, store, spansOf } = await setUp();
    await collector.collect(crowd(10), 10);
    expect(await collector.collect(crowd(7), 11)).toEqual({
      status: 'held',
      developers: 7,
      previously: 10,
    });
    expect(await store.countOn(11)).toMatchObject({
      day: 11,
      developers: 10,
      held: true,
    });
    expect(await spansOf('p9')).toEqual([[10, undefined]]);
    const again = await collector.collect(crowd(7), 12);
    expect(again).toMatchObject({ status: 'collected', developers: 7 });
    expect(await store.countOn(12)).toMatchObject({
      developers: 7,
      held: false,
    });
    expect(await spansOf('p9')).toEqual([[10, 12]]);
  });

  it('is suspicious again after a fall that went away', async () => {
    const { collector } = await setUp();
    await collector.collect(crowd(10), 10);
    await collector.collect(crowd(5), 11);
    await collector.collect(crowd(10), 12);
    const fallen = await collector.collect(crowd(5), 13);
    expect(fallen).toMatchObject({ status: 'held' });
  });

  it('ignores a reading without people', async () => {
    const { collector, store, spansOf } = await setUp();
    await collector.collect(people('a', 'b'), 10);
    expect(await collector.collect([], 11)).toEqual({ status: 'empty' });
    expect(await store.countOn(11)).toMatchObject({ day: 10, developers: 2 });
    expect(await spansOf('a')).toEqual([[10, undefined]]);
  });

  it('takes a large organisation, and stores nobody by name', async () => {
    const { knex, collector } = await setUp();
    const outcome = await collector.collect(crowd(1_500), 10);
    expect(outcome).toMatchObject({ developers: 1_500 });
    await collector.collect(crowd(1_499), 11);
    const rows = await knex('developer_spans').whereNull('to_day');
    expect(rows).toHaveLength(1_499);
    const stored = await knex('people').select('pseudonym');
    expect(JSON.stringify(stored)).not.toContain('user:');
  });
});
