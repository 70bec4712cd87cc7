import { randomUUID } from 'node:crypto';
import {
  contract,
  methodAndPath,
  querySchemaOf,
  RouteKey,
  routeKeys,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import request from 'supertest';
import { exampleOf } from '../http/__testUtils__/SweptPortal';
import {
  component,
  entity,
  orphan,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { DAY_MS, HOUR_MS } from '../time';

jest.setTimeout(300_000);

// Whatever is called zebra is hidden from everybody but zebra: groups, people,
// and entities. The plugin knows all of them.

const monday = Date.UTC(2026, 8, 7, 10);
const WEEKS = 10;

const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const inTeam = (team: string, people: string[]) =>
  people.map(name => entity('User', name, { memberOf: team }));

const open = names(14, 'open');
const herd = names(9, 'zebra');

const entities = [
  entity('Group', 'acme'),
  entity('Group', 'open-team', { childOf: 'acme' }),
  entity('Group', 'zebra-team', { childOf: 'acme' }),
  entity('Group', 'zebra-foals', { childOf: 'zebra-team' }),
  entity('Group', 'little-team', { childOf: 'acme' }),
  entity('Group', 'small-zebra', { childOf: 'acme' }),
  entity('Group', 'empty-zebra'),
  ...inTeam('zebra-team', ['zebra']),
  ...inTeam('open-team', open),
  ...inTeam('zebra-team', herd),
  ...inTeam('zebra-foals', names(6, 'foal-of-zebra')),
  ...inTeam('little-team', ['ada', 'ben']),
  ...inTeam('small-zebra', ['cat-zebra']),
  component('shop', ['group:default/open-team'], orphan),
  component('store', ['group:default/zebra-team'], orphan),
  component('zebra-shop', ['group:default/open-team'], orphan),
  component('zebra-store', ['group:default/zebra-team'], orphan),
];

const config = {
  adoptionMetrics: {
    administrators: ['user:default/zebra', 'user:default/ada'],
    alerts: {
      recipients: ['group:default/empty-zebra', 'user:default/ada'],
      events: true,
    },
    // None while answers are compared, however long that takes.
    uptime: { heartbeat: { minutes: 5 } },
    catalog: {
      rules: { unverified: { enabled: true, after: '30d' } },
      ownerNotifications: { enabled: true },
    },
  },
};

const gets = routeKeys.filter(key => key.startsWith('GET '));
const acts = routeKeys.filter(key => !key.startsWith('GET '));

describe.each(testedDatabases())('what is hidden, %p', engine => {
  const time = { now: monday };
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function visit(name: string) {
    const at = new Date(time.now).toISOString();
    const { status } = await portal.post('/events', user(name), {
      batchId: randomUUID(),
      events: [
        { type: 'interaction', at, action: 'navigate', pluginId: 'catalog' },
        { type: 'navigation', at, kind: 'initial', routeId: 'home' },
        {
          type: 'page-load',
          at,
          kind: 'initial',
          method: 'lcp',
          routeId: 'home',
          duration: 2,
        },
        { type: 'dropped-events', at, reason: 'too-old', count: 1 },
      ],
    });
    expect(status).toBe(200);
  }

  async function run(...tasks: string[]) {
    for (const task of tasks) {
      await portal.scheduler.triggerTask(task);
    }
  }

  /** What was done under the name of someone who is hidden. */
  async function act() {
    const zebra = user('zebra');
    const at = new Date(time.now - DAY_MS).toISOString();
    const done = [
      await portal.put('/deadline', zebra, {
        start: '2026-09-07',
        date: '2027-03-01',
        goal: 0.3,
        recipients: ['group:default/empty-zebra', 'group:default/acme'],
      }),
      await portal.post('/annotations', zebra, {
        day: '2026-09-07',
        text: 'x',
      }),
      await portal.post('/uptime/maintenance', zebra, {
        from: at,
        to: new Date(time.now + DAY_MS).toISOString(),
        reason: 'Upgrade',
      }),
      await portal.post('/alerts/mutes', zebra, {
        rule: 'milestone',
        until: '2026-12-31',
      }),
    ];
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
    await portal.knex('catalog_verifications').insert(
      ['component:default/shop', 'component:default/zebra-shop'].map(ref => ({
        entity_ref: ref,
        verified_at: time.now,
        verified_by: 'user:default/zebra',
      })),
    );
  }

  beforeAll(async () => {
    portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      isHidden: (ref, who) => /zebra/.test(ref) && !/zebra/.test(who),
    });
    await portal
      .knex('settings')
      .where({ key: 'installed_at' })
      .update({ value: String(monday) });
    for (let week = 0; week < WEEKS; week++) {
      await portal.collect();
      await run('daily-rollup', 'catalog-scan');
      // What falls in the last week is in the digest.
      const came = week === WEEKS - 1 ? herd.slice(6) : herd;
      for (const name of [...open.slice(week), ...came, 'ada']) {
        await visit(name);
      }
      time.now += 7 * DAY_MS;
    }
    await portal.collect();
    await act();
    await run('daily-rollup', 'catalog-scan', 'alerts', 'digest');
    time.now += HOUR_MS;
  });

  afterAll(() => portal.stop());

  /** Requests of a row: as it stands in the example, without it, and as CSV. */
  function requestsOf(key: RouteKey): string[] {
    const { path } = methodAndPath(key);
    const { params, query } = exampleOf(key);
    const url = path.replace(/\{(\w+)\}/g, (_all, name) => params[name]);
    const { shape } = querySchemaOf(contract[key] as RouteRow);
    const more = [
      ...('format' in shape ? ['format=csv'] : []),
      ...('names' in shape ? ['names=true'] : []),
      ...('state' in shape ? ['state=any'] : []),
      ...('granularity' in shape ? ['granularity=week'] : []),
      ...('names' in shape ? ['names=true&format=csv'] : []),
    ];
    return ['', String(new URLSearchParams(query)), ...more].map(
      each => `${url}?${each}`,
    );
  }

  async function answersTo(key: RouteKey, as: string): Promise<string[]> {
    const answers: string[] = [];
    for (const url of requestsOf(key)) {
      const { status, headers, text } = await portal.get(url, user(as));
      expect([url, status < 500 || key === 'GET /health']).toEqual([url, true]);
      answers.push(`${url} ${status}\n${JSON.stringify(headers)}\n${text}`);
    }
    return answers;
  }

  it.each(gets)('is in no answer to %s', async key => {
    for (const as of ['ada', 'open0']) {
      for (const answer of await answersTo(key, as)) {
        expect(answer).not.toMatch(/zebra/i);
      }
    }
  });

  it.each([
    '/activity/series?team=group:default/NAME',
    '/activity/team-plugins?team=group:default/NAME',
    '/activity/team-plugins?granularity=week&team=group:default/NAME',
    '/catalog/stale-entities?owner=group:default/NAME&limit=1',
    '/catalog/stale-entities?owner=group:default/NAME&state=any&format=csv',
    '/catalog/stale-entities?entity=component:default/NAME',
    '/catalog/verifications?entity=component:default/NAME',
  ])('is answered like what does not exist: %s', async path => {
    const there = ['zebra-team', 'zebra-shop', 'zebra-store', 'zebra-foals'];
    const answerTo = async (name: string) => {
      const url = path.replace('NAME', name);
      const { status, headers, text } = await portal.get(url, user('ada'));
      const { date, etag, ...others } = headers;
      return { status, others, text: text.replaceAll(name, 'NAME') };
    };
    for (const name of there) {
      const other = name.replace('zebra', 'nobod');
      expect(await answerTo(name)).toEqual(await answerTo(other));
    }
  });

  it('moves no page and no cursor of those who may not read it', async () => {
    const page = async (path: string, as = 'ada') => {
      const { body } = await portal.get(path, user(as));
      return body;
    };
    const path = '/catalog/stale-entities?limit=1&order=entity';
    const first = await page(path);
    expect(first.entities).toHaveLength(1);
    const next = `${path}&cursor=${first.nextCursor}`;
    expect((await page(next)).entities).toHaveLength(1);
    for (const [url, as] of [
      [next, 'zebra'],
      [`${next}&state=any`, 'ada'],
      [next.replace('stale-entities', 'verifications'), 'ada'],
    ]) {
      const { status } = await portal.get(url, user(as));
      expect(status).toBe(400);
    }
  });

  it('does not come into what was answered before', async () => {
    const ask = async (path: string, as: string, tag = '') => {
      const { status, headers } = await portal
        .get(path, user(as))
        .set('If-None-Match', tag);
      return { status, tag: headers.etag };
    };
    for (const path of ['/activity/teams', '/catalog/owners', '/developers']) {
      const mine = await ask(path, 'ada');
      const theirs = await ask(path, 'zebra', mine.tag);
      expect([
        theirs.status,
        (await ask(path, 'ada', theirs.tag)).status,
      ]).toEqual([200, 200]);
      expect((await ask(path, 'ada', mine.tag)).status).toBe(304);
    }
  });

  it('is left in a list that someone else changes', async () => {
    const { body } = await portal.get('/deadline', user('ada'));
    const { start, date, goal } = body.deadline;
    const put = (recipients: string[]) =>
      portal.put('/deadline', user('ada'), { start, date, goal, recipients });
    expect((await put(['group:default/open-team'])).status).toBe(200);
    const after = await portal.get('/deadline', user('zebra'));
    expect(after.body.deadline.recipients.sort()).toEqual([
      'group:default/empty-zebra',
      'group:default/open-team',
    ]);
    const hidden = await put(['group:default/empty-zebra']);
    const none = await put(['group:default/empty-nobod']);
    expect(hidden.status).toBe(400);
    expect(hidden.text.replace('zebra', 'nobod')).toBe(none.text);
  });

  it('is in the answers to those who may read it', async () => {
    const named: string[] = [];
    for (const key of gets) {
      const answers = await answersTo(key, 'zebra');
      if (answers.some(answer => /zebra/i.test(answer))) {
        named.push(key);
      }
    }
    expect(named.sort()).toEqual([
      'GET /activity/team-plugins',
      'GET /activity/teams',
      'GET /alerts',
      'GET /annotations',
      'GET /catalog/owners',
      'GET /catalog/stale-entities',
      'GET /catalog/verifications',
      'GET /deadline',
      'GET /deadline/log',
      'GET /developers',
      'GET /diagnostics',
      'GET /digest',
      'GET /me',
      'GET /portals/teams',
      'GET /uptime/maintenance',
    ]);
  });

  /** What someone is told at every address, but for what is of themselves. */
  async function everything(): Promise<Record<string, string[]>> {
    const told: Record<string, string[]> = {};
    for (const key of gets.filter(each => each !== 'GET /me')) {
      const answers = await answersTo(key, 'ada');
      // Hearts beat by the clock of the machine.
      told[key] = answers.map(each =>
        each
          .replace(/"(date|etag|content-length)":"(\\.|[^"])*"/g, '')
          .replace(/\{"id":"heartbeats"[^}]*\}/, ''),
      );
    }
    return told;
  }

  it('is who comes at a quiet hour, and where', async () => {
    await run('daily-rollup');
    const before = await everything();
    await visit('foal-of-zebra0');
    expect(await everything()).toEqual(before);
    await run('daily-rollup');
    expect(await everything()).toEqual(before);
  });

  it('is who opts out, also in a team of one', async () => {
    const before = await everything();
    const as = user('cat-zebra');
    expect((await portal.put('/me', as, { optedOut: true })).status).toBe(200);
    expect(await everything()).toEqual(before);
    await portal.collect();
    await run('daily-rollup');
    expect(await everything()).toEqual(before);
  });

  it.each(acts)('is in no answer to %s', async key => {
    const { method, path } = methodAndPath(key);
    const { query, body } = exampleOf(key);
    const verb = method.toLocaleLowerCase('en-US') as 'post';
    const { status, text } = await request(portal.server)
      [verb](`/api/adoption-metrics/v1${path}?${new URLSearchParams(query)}`)
      .set('Authorization', user('ada'))
      .send(body as object);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/zebra/i);
  });
});
