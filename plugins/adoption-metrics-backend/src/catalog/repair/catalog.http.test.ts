import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { adoptionMetricsStalenessExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  component,
  entity,
  orphan,
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { DAY_MS } from '../../time';

jest.setTimeout(120_000);

const start = Date.UTC(2026, 10, 23, 12);

const secrets = Array.from({ length: 30 }, (_, index) =>
  component(
    `secret-${String(index).padStart(2, '0')}`,
    ['group:default/spies'],
    orphan,
  ),
);
const entities = [
  entity('Group', 'team'),
  entity('Group', 'spies'),
  component('a-good', ['group:default/team']),
  component('b-orphan', ['group:default/team'], orphan),
  component('c-nobody', ['group:default/unknown']),
  component('d-gone', ['group:default/left'], orphan),
  component('e-mine', ['user:default/kim'], orphan),
  ...secrets,
  component('x-spared', ['group:default/team'], {
    ...orphan,
    'adoption-metrics/exempt-reason': 'is being sold',
    'adoption-metrics/exempt-until': '2027-01-31',
  }),
];

/** A rule of a module that is switched off, and one that fails at times. */
const reviewModule = createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'needs-review',
  register(env) {
    env.registerInit({
      deps: { staleness: adoptionMetricsStalenessExtensionPoint },
      async init({ staleness }) {
        staleness.addRule({
          reason: 'needs-review',
          definition: 'nobody has reviewed it',
          evaluate: () => ({ sentence: 'Unreviewed.', hint: 'Review it.' }),
        });
        staleness.addRule({
          reason: 'fragile',
          definition: 'the rule says so',
          evaluate({ entity: { metadata } }) {
            if (/a-good|secret-00/.test(metadata.name)) {
              throw new Error(`cannot judge\0 ${metadata.name}`);
            }
            return undefined;
          },
        });
      },
    });
  },
});

const config = {
  adoptionMetrics: {
    catalog: { rules: { 'needs-review': { enabled: false } } },
  },
};

describe.each(testedDatabases())('stale entities over HTTP, %p', engine => {
  const time = { now: start };
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const ada = user('ada');
  const spy = user('spy');

  beforeAll(async () => {
    portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      modules: [reviewModule],
      isHidden: (ref, who) =>
        who !== 'user:default/spy' && /secret|spies/.test(ref),
    });
    await portal.scheduler.triggerTask('catalog-scan');
  });

  afterAll(() => portal.stop());

  async function get(path: string, as = ada) {
    const response = await portal.get(path, as);
    expect(response.status).toBe(200);
    return response.body;
  }

  async function namesOf(query: string, as = ada): Promise<string[]> {
    const { entities: listed } = await get(
      `/catalog/stale-entities${query}`,
      as,
    );
    return listed.map(({ entityRef }: { entityRef: string }) =>
      entityRef.replace('component:default/', ''),
    );
  }

  it('names what could not be judged to those who may read it', async () => {
    const path = '/catalog/stale-entities';
    const failed = (name: string) => ({
      entityRef: `component:default/${name}`,
      reason: "rule 'fragile' failed: an unexpected error occurred (failed)",
    });
    const good = failed('a-good');
    const secret = failed('secret-00');
    expect((await get(path)).unjudged).toEqual([good]);
    expect((await get(path, spy)).unjudged).toEqual([good, secret]);
    const one = `${path}?entity=component:default/secret-00`;
    expect((await get(one, spy)).unjudged).toEqual([secret]);
    expect((await get(one)).unjudged).toEqual([]);
    const { checks } = await get('/diagnostics');
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 'last-scan',
        status: 'warning',
        detail: expect.stringMatching(/ scanned, .*\. Not fully checked: 2\.$/),
      }),
    );
  });

  it('says why each entity is stale and what to do', async () => {
    const response = await portal.get('/catalog/stale-entities', ada);
    expectDocumented('/catalog/stale-entities', 'get', response);
    const { entities: listed, nextCursor, scannedAt } = response.body;
    expect(scannedAt).toBe('2026-11-23T12:00:00.000Z');
    expect(nextCursor).toBeNull();
    expect(response.body.judgedKinds).toEqual(['Component']);
    expect(listed).toHaveLength(4);
    const since = '2026-11-23T12:00:00.000Z';
    expect(listed[2]).toMatchObject({
      entityRef: 'component:default/d-gone',
      kind: 'Component',
      ownerRefs: ['group:default/left'],
      missingOwnerRefs: ['group:default/left'],
      since,
      exemption: null,
      reasons: [
        {
          reason: 'orphan',
          sentence: 'No location references this entity anymore.',
          hint: 'Unregister it, or restore the location that listed it.',
          since,
        },
        expect.objectContaining({ reason: 'owner-unknown', since }),
      ],
    });
  });

  it('never names what the caller may not read in the catalog', async () => {
    const paths = ['/catalog/stale-entities', '/catalog/owners'];
    const metric = '/metrics/stale-entities';
    for (const path of [...paths, metric]) {
      for (const format of ['', '?format=csv']) {
        const { text } = await portal.get(`${path}${format}`, ada);
        expect(text).not.toMatch(/secret|spies/);
      }
    }
    expect(await namesOf('?limit=200', spy)).toHaveLength(34);
  });

  it('fills a page although most entities are hidden', async () => {
    expect(await namesOf('?limit=2&order=entity')).toEqual([
      'b-orphan',
      'c-nobody',
    ]);
  });

  it('reveals nothing of hidden entities by its cursors', async () => {
    const { nextCursor } = await get('/catalog/stale-entities?limit=3');
    expect(nextCursor).toMatch(/^[\w-]+$/);
    const bytes = Buffer.from(nextCursor, 'base64url').toString('latin1');
    expect(bytes).not.toMatch(/component|secret|1795/);
  });

  it.each(['since', 'entity'])('pages through all, by %s', async order => {
    const met: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = `?order=${order}&limit=7${cursor && `&cursor=${cursor}`}`;
      const body = await get(`/catalog/stale-entities${page}`, spy);
      met.push(...body.entities.map((each: Entity) => each));
      cursor = body.nextCursor;
    }
    expect(met).toHaveLength(34);
    expect(new Set(met.map(each => JSON.stringify(each))).size).toBe(34);
  });

  it.each([
    ['?owner=group:default/team', ['b-orphan']],
    ['?owner=Group:default/Team', ['b-orphan']],
    ['?reason=owner-missing', ['c-nobody']],
    ['?owner=none', ['c-nobody']],
    ['?owner=group:default/left', ['d-gone']],
    ['?reason=unverified', []],
    ['?reason=needs-review', []],
    ['?kind=API', []],
    ['?kind=component&owner=group:default/team', ['b-orphan']],
    ['?state=exempt', ['x-spared']],
    [
      '?state=any&order=entity',
      ['b-orphan', 'c-nobody', 'd-gone', 'e-mine', 'x-spared'],
    ],
    ['?entity=component:default/a-good', []],
    ['?entity=Component:default/c-nobody', ['c-nobody']],
    ['?entity=component:default/secret-01', []],
    ['?entity=component:default/x-spared&state=any', ['x-spared']],
    ['?minDays=1', []],
  ])('filters by %s', async (query, names) => {
    expect(await namesOf(query)).toEqual(names);
  });

  it('lists what belongs to the caller', async () => {
    expect(await namesOf('?owner=me', user('kim'))).toEqual(['e-mine']);
    expect(await namesOf('?owner=me')).toEqual([]);
  });

  it.each([
    ['state=new', /'state' is 'new'; expected stale, exempt, any/],
    ['order=age', /'order' is 'age'; expected since, entity/],
    ['limit=0', /'limit' is '0'; expected whole numbers from 1 to 200/],
    ['minDays=x', /'minDays' is 'x'; expected whole numbers/],
    [
      'cursor=x',
      /'cursor' is 'x'; expected the 'nextCursor' of the previous page/,
    ],
    ['owner=', /'owner' is empty; expected 'me', 'none', or full entity refs/],
    ['owner=me&owner=me', /'owner' is given twice/],
    ['entity=shop', /'entity' is 'shop'; expected full entity refs/],
    ['kind=Bogus', /'kind' is 'Bogus'; expected Component, API, Resource/],
    [
      'reason=bogus',
      /'reason' is 'bogus'; expected orphan, .*, unverified, needs-review, fragile$/,
    ],
  ])('refuses %s', async (query, message) => {
    const response = await portal.get(`/catalog/stale-entities?${query}`, ada);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });

  it('writes a line for each reason', async () => {
    const { text } = await portal.get(
      '/catalog/stale-entities?format=csv&order=entity',
      ada,
    );
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toMatch(
      /^entityRef,kind,ownerRefs,missingOwnerRefs,reason,since,/,
    );
    expect(lines.slice(1).map(line => line.split(',')[4])).toEqual([
      'orphan',
      'owner-missing',
      'orphan',
      'owner-unknown',
      'orphan',
      'owner-unknown',
    ]);
  });

  it('lists owners, and adds up those it may not name', async () => {
    const response = await portal.get('/catalog/owners', ada);
    expectDocumented('/catalog/owners', 'get', response);
    expect(response.body).toEqual({
      scannedAt: '2026-11-23T12:00:00.000Z',
      total: 36,
      stale: 34,
      target: 0.02,
      fixesNeeded: 34,
      owners: [
        {
          ownerRef: 'group:default/team',
          inCatalog: true,
          total: 3,
          stale: 1,
          share: 1 / 3,
          monthAgo: null,
          curedByTen: 1,
        },
        ...['group:default/left', 'user:default/kim'].map(ownerRef => ({
          ownerRef,
          inCatalog: false,
          total: 1,
          stale: 1,
          share: 1,
          monthAgo: null,
          // Each is an orphan as well.
          curedByTen: 0,
        })),
      ],
      hidden: { owners: 1, stale: 30 },
      withoutOwner: 1,
    });
    const { owners } = await get('/catalog/owners', spy);
    expect(owners[0]).toMatchObject({
      ownerRef: 'group:default/spies',
      stale: 30,
      share: 1,
      curedByTen: 10,
    });
  });

  it('compares owners with 28 days before', async () => {
    await portal
      .knex('settings')
      .where({ key: 'installed_at' })
      .update({
        value: String(start),
      });
    for (let day = 1; day <= 30; day++) {
      time.now = start + day * DAY_MS;
      await portal.scheduler.triggerTask('catalog-scan');
      await portal.scheduler.triggerTask('daily-rollup');
    }
    const { owners } = await get('/catalog/owners');
    expect(owners).toMatchObject([
      { ownerRef: 'group:default/team', stale: 1, monthAgo: 1 },
      { ownerRef: 'group:default/left', stale: 1, monthAgo: 1 },
      { ownerRef: 'user:default/kim', stale: 1, monthAgo: 1 },
    ]);
    expect(await namesOf('?minDays=30')).toHaveLength(4);
    expect(await namesOf('?minDays=31')).toEqual([]);
  });
});

describe('without the permission to read the metrics', () => {
  it.each(['/catalog/stale-entities', '/catalog/owners'])(
    'refuses %s',
    async path => {
      const portal = await startPortal('SQLITE_3', {
        entities: [],
        result: AuthorizeResult.DENY,
      });
      expect((await portal.get(path, user('ada'))).status).toBe(403);
      await portal.stop();
    },
  );
});
