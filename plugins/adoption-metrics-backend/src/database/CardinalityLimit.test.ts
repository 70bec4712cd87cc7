import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { CardinalityLimit } from './CardinalityLimit';

const databases = createTestDatabases();
const DAY = 20_514;
const BY_ONE = 7;
const wish = (values: string[], by = BY_ONE) =>
  values.map(value => ({ value, by }));
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe.each(databases.eachSupportedId())('CardinalityLimit, %p', engine => {
  async function setUp(id: TestDatabaseId) {
    const knex = await databases.create(id);
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    return {
      statements,
      replica: (limit: number, dimension = 'route', share?: number) =>
        new CardinalityLimit({ knex, dimension, limit, share }),
      stored: async (dimension = 'route') =>
        knex('daily_members').where({ day: DAY, dimension }).pluck('value'),
    };
  }

  it('lets the first values in and no others', async () => {
    const { replica, stored } = await setUp(engine);
    const limit = replica(3);
    expect([...(await limit.admit(DAY, wish(['a', 'b'])))]).toEqual(['a', 'b']);
    const members = await limit.admit(DAY, wish(['c', 'a', 'd']));
    expect([...members].sort()).toEqual(['a', 'b', 'c']);
    expect((await stored()).sort()).toEqual(['a', 'b', 'c']);
  });

  it('begins anew each day, and for each dimension', async () => {
    const { replica } = await setUp(engine);
    const limit = replica(1);
    await limit.admit(DAY, wish(['a']));
    expect([...(await limit.admit(DAY + 1, wish(['b'])))]).toEqual(['b']);
    const plugins = replica(1, 'plugin');
    expect([...(await plugins.admit(DAY, wish(['c'])))]).toEqual(['c']);
  });

  it('gives no place to what is called other', async () => {
    const { replica, stored } = await setUp(engine);
    const limit = replica(1);
    expect([...(await limit.admit(DAY, wish(['other', 'a'])))]).toEqual(['a']);
    expect(await stored()).toEqual(['a']);
  });

  it('asks the database only for what is new, and not once full', async () => {
    const { replica, statements } = await setUp(engine);
    const limit = replica(2);
    await limit.admit(DAY, wish(['a', 'b']));
    statements.length = 0;
    await limit.admit(DAY, wish(['b', 'a', 'other']));
    await limit.admit(DAY, wish(['c']));
    expect(statements).toEqual([]);
  });

  it('knows after a restart who is in', async () => {
    const { replica } = await setUp(engine);
    await replica(2).admit(DAY, wish(['a', 'b']));
    const members = await replica(2).admit(DAY, wish(['c', 'b']));
    expect([...members].sort()).toEqual(['a', 'b']);
  });

  it('remembers the members of some days only', async () => {
    const { replica, statements } = await setUp(engine);
    const limit = replica(2);
    for (let day = DAY; day < DAY + 9; day++) {
      await limit.admit(day, wish(['a']));
    }
    statements.length = 0;
    await limit.admit(DAY + 8, wish(['a']));
    expect(statements).toHaveLength(0);
    await limit.admit(DAY, wish(['a']));
    expect(statements).toHaveLength(1);
  });

  it('gives each sender a share of the places, also after a restart', async () => {
    const { replica, stored, statements } = await setUp(engine);
    const limit = replica(10, 'route', 3);
    const sent = wish(names('a', 9), 1);
    expect([...(await limit.admit(DAY, sent))]).toEqual(['a0', 'a1', 'a2']);
    statements.length = 0;
    await limit.admit(DAY, sent);
    expect(statements).toEqual([]);
    await replica(10, 'route', 3).admit(DAY, wish(['b'], 1));
    await limit.admit(DAY, [...wish(['c'], 1), ...wish(['c', 'd'], 2)]);
    expect((await stored()).sort()).toEqual(['a0', 'a1', 'a2', 'c', 'd']);
  });

  it('holds exactly, whatever replicas let in at once', async () => {
    const { replica, stored } = await setUp(engine);
    const sent = [
      [...names('a', 12), ...names('c', 6)],
      [...names('b', 12), ...names('c', 6)],
      [...names('c', 6).reverse(), ...names('d', 12)],
      names('e', 30),
    ];
    const members = await Promise.all(
      sent.flatMap(values => {
        const limit = replica(20);
        return values.map(value => limit.admit(DAY, wish([value])));
      }),
    );
    const kept = await stored();
    expect(kept).toHaveLength(20);
    for (const set of members) {
      expect(kept).toEqual(expect.arrayContaining([...set]));
    }
  });

  it('has room for all that replicas let in at once below the limit', async () => {
    const { replica, stored } = await setUp(engine);
    const values = names('a', 30);
    await Promise.all(
      [values, [...values].reverse(), values, values.slice(10)].map(sent =>
        replica(30).admit(DAY, wish(sent)),
      ),
    );
    expect((await stored()).sort()).toEqual([...values].sort());
  });
});
