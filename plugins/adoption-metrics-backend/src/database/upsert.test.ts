import {
  addRows,
  chunked,
  insertFresh,
  insertMissing,
  replaceRows,
  upsertAll,
} from './upsert';
import { createTestDatabases } from './__testUtils__/testDatabases';

const databases = createTestDatabases();

function countRow(action: string, n: number) {
  return { day: 1, plugin_id: 'catalog', action, n };
}

const target = {
  table: 'action_counts',
  key: ['day', 'plugin_id', 'action'] as Array<'day' | 'plugin_id' | 'action'>,
};

describe.each(databases.eachSupportedId())('upsert, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const read = async () => {
      const rows = await knex('action_counts').orderBy('action');
      return rows.map(row => [row.action, Number(row.n)]);
    };
    return { knex, read };
  }

  it('adds to the rows that are there and inserts the others', async () => {
    const { knex, read } = await setUp();
    const add = ['n' as const];
    await addRows(knex, { ...target, add }, [countRow('click', 2)]);
    await addRows(knex, { ...target, add }, [
      countRow('search', 1),
      countRow('click', 5),
    ]);
    expect(await read()).toEqual([
      ['click', 7],
      ['search', 1],
    ]);
  });

  it('leaves alone or overwrites the rows that are there', async () => {
    const { knex, read } = await setUp();
    await insertMissing(knex, target, [countRow('click', 2)]);
    await insertMissing(knex, target, [countRow('click', 9)]);
    expect(await read()).toEqual([['click', 2]]);
    await replaceRows(knex, target, [countRow('click', 3)]);
    expect(await read()).toEqual([['click', 3]]);
  });

  it('stores rows of several tables, and adds or replaces as asked', async () => {
    const { knex, read } = await setUp();
    const rollupOf = (state: string) => ({
      table: 'daily_rollups',
      key: ['day'],
      add: ['revision'],
      replace: ['state'],
      rows: [{ day: 1, state, revision: 1 }],
    });
    const clicks = { ...target, add: ['n'], rows: [countRow('click', 2)] };
    await upsertAll(knex, [clicks, rollupOf('late')]);
    await upsertAll(knex, [clicks, { ...target, rows: [] }, rollupOf('open')]);
    await upsertAll(knex, []);
    expect(await read()).toEqual([['click', 4]]);
    expect(await knex('daily_rollups')).toMatchObject([
      { day: 1, state: 'open', revision: 2 },
    ]);
  });

  it('stores none of several tables if one of them is refused', async () => {
    const { knex, read } = await setUp();
    const clicks = { ...target, add: ['n'], rows: [countRow('click', 2)] };
    const refused = { table: 'gone', key: ['n'], rows: [{ n: 1 }] };
    const stored = knex.transaction(tx => upsertAll(tx, [clicks, refused]));
    await expect(stored).rejects.toThrow(/gone/);
    expect(await read()).toEqual([]);
  });

  it('names the keys that were not there', async () => {
    const { knex, read } = await setUp();
    await insertMissing(knex, target, [countRow('click', 2)]);
    const rows = [countRow('search', 1), countRow('click', 9)];
    expect(await insertFresh(knex, target, rows)).toEqual([
      { day: 1, plugin_id: 'catalog', action: 'search' },
    ]);
    expect(await insertFresh(knex, target, [])).toEqual([]);
    expect(await read()).toEqual([
      ['click', 2],
      ['search', 1],
    ]);
  });

  it('keeps every text as it is', async () => {
    const { knex, read } = await setUp();
    const texts = ['"?', '$1', "'??", '\\u0041', 'ä 日本 😀', '{"a":[]}'];
    await insertMissing(
      knex,
      target,
      texts.map(text => countRow(text, 1)),
    );
    const stored = (await read()).map(([text]) => text);
    expect(stored.sort()).toEqual([...texts].sort());
  });

  it('takes more rows than a statement does, and none', async () => {
    const { knex, read } = await setUp();
    const rows = Array.from({ length: 1_001 }, (_, i) => countRow(`a${i}`, 1));
    const add = ['n' as const];
    await addRows(knex, { ...target, add }, rows);
    await addRows(knex, { ...target, add }, rows.reverse());
    await addRows(knex, { ...target, add }, []);
    const stored = await read();
    expect(stored).toHaveLength(1_001);
    expect(stored.every(([, n]) => n === 2)).toBe(true);
  });

  it('adds up what writers in opposite order add at once', async () => {
    const { knex, read } = await setUp();
    const rows = Array.from({ length: 50 }, (_, i) => countRow(`a${i}`, 1));
    const add = ['n' as const];
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        knex.transaction(tx =>
          addRows(tx, { ...target, add }, i % 2 ? rows : [...rows].reverse()),
        ),
      ),
    );
    const stored = await read();
    expect(stored).toHaveLength(50);
    expect(stored.every(([, n]) => n === 6)).toBe(true);
  });
});

describe('chunked', () => {
  it('keeps order and every item', () => {
    expect(chunked([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunked([], 2)).toEqual([]);
  });
});
