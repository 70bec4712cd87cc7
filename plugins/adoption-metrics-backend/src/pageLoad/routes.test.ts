import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  PageLoadCoverageSchema,
  PageLoadDistributionSchema,
  PageLoadHoursSchema,
  PageLoadKindsSchema,
  PageLoadRoutesSchema,
  PageLoadSeriesSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { DAY_0, testedDatabases } from '../activity/__testUtils__/ingest';
import { setUp } from './__testUtils__/routes';

const schemas = {
  kinds: PageLoadKindsSchema,
  routes: PageLoadRoutesSchema,
  coverage: PageLoadCoverageSchema,
  hours: PageLoadHoursSchema,
  distribution: PageLoadDistributionSchema,
  series: PageLoadSeriesSchema,
};

describe.each(testedDatabases())('page load routes, %p', engine => {
  it('cover the 28 closed days by kind and method', async () => {
    const { get, close } = await setUp(engine);
    await close(DAY_0);
    const { body } = await get('kinds');
    expect(PageLoadKindsSchema.parse(body)).toMatchObject({
      timeZone: 'Europe/Berlin',
      from: '2026-02-03',
      to: '2026-03-03',
      targetSeconds: 5,
    });
    const [initial, signIn, route] = body.kinds;
    expect(initial).toMatchObject({
      kind: 'initial',
      loads: 3,
      withinTarget: 2,
      shareWithinTarget: 2 / 3,
      methods: [
        { method: 'lcp', loads: 2 },
        { method: 'load-event', loads: 1 },
      ],
    });
    expect(initial.p50).toBeCloseTo(2, 1);
    expect(initial.p99).toBeCloseTo(8, 0);
    expect(signIn).toMatchObject({ loads: 0, shareWithinTarget: null });
    expect(signIn).toMatchObject({ p75: null, methods: [] });
    expect(route).toMatchObject({ loads: 1, withinTarget: 1 });
  });

  it('list pages, most loads first, and no more than asked for', async () => {
    const { get, close } = await setUp(engine);
    await close(DAY_0);
    const { body } = await get('routes');
    expect(
      body.routes.map((r: any) => [r.id, r.loads, r.withinTarget]),
    ).toEqual([
      ['catalog:index', 2, 2],
      ['home', 1, 0],
    ]);
    const { body: few } = await get('routes?limit=1&kind=route');
    expect(few.routes).toMatchObject([{ id: 'catalog:index', loads: 1 }]);
    expect((await get('routes?limit=1')).body.routes).toHaveLength(1);
  });

  it('show how much was measured, and why not more', async () => {
    const { get, close } = await setUp(engine);
    await close(DAY_0);
    const { body } = await get('coverage');
    expect(body.kinds).toEqual([
      {
        kind: 'initial',
        navigations: 4,
        measured: 3,
        coverage: 0.75,
        discards: [{ reason: 'superseded', loads: 1 }],
      },
      {
        kind: 'sign-in',
        navigations: 0,
        measured: 0,
        coverage: null,
        discards: [],
      },
      {
        kind: 'route',
        navigations: 0,
        measured: 1,
        coverage: null,
        discards: [],
      },
    ]);
    expect(body.droppedEvents).toEqual([{ reason: 'too-old', events: 3 }]);
  });

  it('give the histogram, fastest first', async () => {
    const { get, close } = await setUp(engine);
    await close(DAY_0);
    const { buckets } = (await get('distribution')).body;
    expect(buckets).toHaveLength(3);
    for (const [index, seconds] of [1, 2, 8].entries()) {
      const { from, to, loads } = buckets[index];
      expect([from < seconds, seconds <= to, loads]).toEqual([true, true, 1]);
      expect(to / from).toBeCloseTo(1.01, 4);
    }
  });

  it.each(['kinds', 'routes?kind=initial', 'coverage', 'distribution'])(
    'answer %s from samples as from counters',
    async path => {
      const { get, close, knex } = await setUp(engine);
      const window = 'from=2026-02-03&to=2026-03-03';
      const query = `${path}${path.includes('?') ? '&' : '?'}${window}`;
      const live = (await get(query)).body;
      await close(DAY_0);
      await knex('page_load_buckets').delete();
      expect((await get(query)).body).toEqual(live);
    },
  );

  it('add up other windows', async () => {
    const { get } = await setUp(engine);
    const day = 'from=2026-03-02&to=2026-03-03';
    expect((await get(`kinds?${day}`)).body.kinds[0].loads).toBe(3);
    const { from, to } = (await get('kinds')).body;
    expect([from, to]).toEqual(['2026-02-03', '2026-03-03']);
  });

  it.each(['kinds', 'routes', 'coverage', 'hours', 'distribution', 'series'])(
    'give no %s of a day that is not closed',
    async path => {
      const { get } = await setUp(engine);
      const { status, body } = await get(`${path}?to=2026-03-04`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(
        /^'to' is '2026-03-04'; expected days up to .*, 2026-03-03$/,
      );
    },
  );

  it('refuse windows of more counters than are added up for one answer', async () => {
    const { knex, get } = await setUp(engine);
    await knex.raw(
      `insert into page_load_counts
         (day, kind, method, route_id, target_ms, loads, within_target, sum_ms)
       with recursive numbers (i) as (
         select 0 union all select i + 1 from numbers where i < 50000
       )
       select ${DAY_0} - 100 + i % 50, 'initial', 'lcp', 'page:' || i, 5000, 1, 1, 1
       from numbers`,
    );
    const { status, body } = await get('routes?from=2025-11-01&to=2026-03-01');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "'from' and 'to' are 120 days apart, with about 417 counters each, 50,001 in all; expected up to 50,000, here about 119 days",
    );
    expect((await get('routes?from=2026-01-20&to=2026-03-01')).status).toBe(
      200,
    );
  });

  it('do not know the share within a changed target', async () => {
    const { get, close } = await setUp(engine, 3_000);
    const unknown = { withinTarget: null, shareWithinTarget: null };
    expect((await get('kinds')).body.kinds[0]).toMatchObject(unknown);
    await close(DAY_0);
    expect((await get('kinds')).body.kinds[0]).toMatchObject(unknown);
    expect((await get('routes')).body.routes[0]).toMatchObject(unknown);
  });

  it('give hours with enough loads, and of a page with more', async () => {
    const { get, load } = await setUp(engine);
    const hoursOf = async (query = '') =>
      (await get(`hours${query}`)).body.hours;
    expect(await hoursOf()).toEqual([]);
    await load(2);
    expect(await hoursOf()).toMatchObject([
      {
        from: '2026-03-02T12:00:00.000Z',
        to: '2026-03-02T13:00:00.000Z',
        loads: 5,
        withinTarget: 4,
      },
    ]);
    expect(await hoursOf('?routeId=catalog:index')).toEqual([]);
    await load(26);
    expect(await hoursOf('?routeId=catalog:index')).toMatchObject([
      { loads: 30 },
    ]);
  });

  it('give the hours of eight closed days, or of those asked for', async () => {
    const { get, load } = await setUp(engine);
    await load(2);
    const { body } = await get('hours');
    expect([body.from, body.to]).toEqual(['2026-02-23', '2026-03-03']);
    const loadsOf = async (range: string) =>
      (await get(`hours?${range}`)).body.hours.map((hour: any) => hour.loads);
    expect(await loadsOf('from=2026-03-02')).toEqual([5]);
    expect(await loadsOf('from=2026-02-01&to=2026-03-02')).toEqual([]);
  });

  it('give the series of each measure', async () => {
    const { get, close } = await setUp(engine);
    await close(DAY_0);
    await close(DAY_0 + 1);
    const value = async (query: string) => {
      const { body } = await get(`series?${query}`);
      expect(body.points).toHaveLength(90);
      return body.points.slice(-2).map((point: any) => point.value);
    };
    expect(await value('measure=loads')).toEqual([3, 4]);
    expect(await value('measure=share-within-target')).toEqual([2 / 3, 0.75]);
    expect(await value('measure=loads&kind=route')).toEqual([1, 1]);
    expect((await value('measure=p50'))[0]).toBeCloseTo(2, 1);
  });

  it.each(Object.keys(schemas) as Array<keyof typeof schemas>)(
    'answer %s as documented, also as CSV, to readers',
    async path => {
      const { get, load, close, allow } = await setUp(engine);
      await load(5, -1);
      await load(5);
      await close(DAY_0);
      const schema = schemas[path].strict();
      expect(schema.parse((await get(path)).body)).toBeTruthy();
      const { text, type } = await get(`${path}?format=csv`);
      expect(type).toBe('text/csv');
      expect(text.split('\r\n').length).toBeGreaterThan(3);
      allow(AuthorizeResult.DENY);
      expect((await get(path)).status).toBe(403);
    },
  );

  it.each([
    ['kinds?from=yesterday', /'from'.*YYYY-MM-DD/],
    ['routes?limit=51', /'limit'.*1 to 50/],
    ['routes?kind=page', /'kind'.*initial, sign-in, route/],
    ['hours?routeId=', /'routeId'/],
    ['hours?from=2026-03-02T12:00:00Z', /'from'.*YYYY-MM-DD/],
    ['series?measure=p1', /'measure'.*p75, p50/],
    ['distribution?format=xml', /'format'.*json, csv/],
    ['kinds?kind=route', /'kind' is unknown; expected from, to, format/],
    ['coverage?from=2026-03-01&from=2026-03-02', /'from' is given twice/],
    ['kinds?from=2026-03-02&to=2026-03-01', /'from' is '2026-03-02'.*before/],
  ])('refuse %s', async (path, message) => {
    const { get } = await setUp(engine);
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});
