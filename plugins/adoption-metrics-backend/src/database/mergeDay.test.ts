import {
  setUpRetention,
  signal,
  testedDatabases,
  TODAY,
} from './__testUtils__/retention';
import { RetentionRule } from './RetentionRule';

jest.setTimeout(120_000);

const routes: RetentionRule = {
  name: 'pageLoadRoutes',
  keepDays: 100,
  leastDays: 32,
  merges: [
    {
      table: 'page_load_buckets',
      key: ['day', 'kind', 'method', 'route_id', 'bucket'],
      column: 'route_id',
      value: 'all',
      add: ['n_lower', 'n_upper'],
    },
  ],
};

describe.each(testedDatabases())('merging days, %p', engine => {
  const row = (day: number, route_id: string, bucket: number, n: number) => ({
    day,
    kind: 'initial',
    method: 'lcp',
    route_id,
    bucket,
    n_lower: n,
    n_upper: 0,
  });
  const old = TODAY - 101;

  async function setUpRoutes() {
    const portal = await setUpRetention(engine, [routes]);
    const { knex } = portal;
    await knex('page_load_buckets').insert([
      row(old, 'home', 3, 5),
      row(old, 'catalog', 3, 7),
      row(old, 'catalog', 4, 1),
      row(old - 1, 'home', 3, 1),
      row(old + 1, 'home', 3, 9),
    ]);
    const read = async () =>
      (
        await knex('page_load_buckets').orderBy(['day', 'route_id', 'bucket'])
      ).map(r => [r.day, r.route_id, r.bucket, Number(r.n_lower)]);
    return { ...portal, read };
  }

  const merged = [
    [old - 1, 'all', 3, 1],
    [old, 'all', 3, 12],
    [old, 'all', 4, 1],
    [old + 1, 'home', 3, 9],
  ];

  it('adds up the pages of old days and keeps their sums', async () => {
    const { retention, read } = await setUpRoutes();
    expect(await retention.run(signal)).toEqual({ page_load_buckets: 4 });
    expect(await read()).toEqual(merged);
    expect(await retention.run(signal)).toEqual({});
    expect(await read()).toEqual(merged);
  });

  it('adds what arrives for a merged day', async () => {
    const { knex, retention, read } = await setUpRoutes();
    await retention.run(signal);
    await knex('page_load_buckets').insert(row(old, 'home', 3, 2));
    await retention.run(signal);
    expect((await read())[1]).toEqual([old, 'all', 3, 14]);
  });

  it('merges each day once when replicas run at once', async () => {
    const { create, read } = await setUpRoutes();
    await Promise.all([create().run(signal), create().run(signal)]);
    expect(await read()).toEqual(merged);
  });

  it('leaves whole days when it is interrupted', async () => {
    const { knex, retention, read } = await setUpRoutes();
    const interruption = new AbortController();
    knex.on('query-response', (_response, { sql }) => {
      if (sql.startsWith('delete')) {
        interruption.abort();
      }
    });
    await expect(retention.run(interruption.signal)).rejects.toThrow();
    expect((await read())[0]).toEqual(merged[0]);
    expect(await read()).toHaveLength(5);
    await retention.run(signal);
    expect(await read()).toEqual(merged);
  });
});
