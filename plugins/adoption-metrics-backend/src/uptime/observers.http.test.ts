import { mockCredentials } from '@backstage/backend-test-utils';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import {
  noon,
  person,
  startUptimePortal,
  testedDatabases,
} from './__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const observer = mockCredentials.service.header();
const other = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:somebody-else'),
  targetPluginId: 'adoption-metrics',
});

const config = {
  uptime: {
    checksPerDay: 500,
    probes: { search: { url: 'http://127.0.0.1:1/', enabled: false } },
    checks: {
      theirs: { counts: true, observer: 'somebody-else' },
      mine: { counts: true, observer: 'test-service' },
    },
  },
};

describe.each(testedDatabases())('observers, %p', engine => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startUptimePortal(engine, { config });
  });

  afterEach(() => portal.stop());

  async function post(checks: object[] | object, as = observer, query = '') {
    const answer = await portal
      .send('post', `/uptime/checks${query}`)
      .set('Authorization', as)
      .send(Array.isArray(checks) ? { checks } : checks);
    expectDocumented('/uptime/checks', 'post', answer);
    return answer;
  }

  it.each([
    ['portal', 409, /'portal' is reserved; use a different name/],
    ['PORTAL', 409, /'portal' is reserved/],
    ['Search', 409, /'search' is reserved/],
    ['processes', 409, /'processes' is reserved/],
    [
      'Theirs',
      403,
      /Another observer .* 'theirs'; to let 'external:test-service' report on it, set adoptionMetrics\.uptime\.checks\.theirs\.observer/,
    ],
    // A long s and the sign of Kelvin, which some take for an s and a K.
    ['ſearch', 400, /'component'.*names of components/],
    ['\u212aeys', 400, /'component'.*names of components/],
    ['pоrtal', 400, /'component'.*names of components/],
    ['a'.repeat(64), 400, /'component'.*up to 63/],
    ['a'.repeat(100_000), 400, /'component'.*up to 63/],
  ])('are refused the name %p', async (component, status, message) => {
    const answer = await post({ component, state: 'down', confirmed: true });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.body.error.message.length).toBeLessThan(500);
    expect(await portal.knex('components')).toEqual([]);
  });

  it('are refused as a whole', async () => {
    const state = 'up';
    const names = ['mine', 'theirs'];
    const batch = names.map(component => ({ component, state }));
    expect((await post(batch)).status).toBe(403);
    expect(await portal.knex('component_states')).toEqual([]);
  });

  it('are refused each alert by itself', async () => {
    const alerts = ['mine', 'theirs', 'no name'].map((name, index) => ({
      status: 'firing',
      labels: { adoption_component: name },
      annotations: {},
      // One clock is an hour ahead.
      startsAt: new Date(noon + (index - 0.5) * -7_200_000).toISOString(),
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: `${index}`,
    }));
    const send = (some: unknown[]) =>
      post({ version: '4', alerts: some }, observer, '?format=alertmanager');
    const { status, body } = await send(alerts);
    expect(status).toBe(200);
    const outcomes = body.checks.map(
      ({ id, outcome }: { id: string; outcome: string }) => [
        id.split(' ')[0],
        outcome === 'refused',
      ],
    );
    expect(outcomes).toEqual(
      expect.arrayContaining([
        ['0', false],
        ['1', true],
        ['2', true],
      ]),
    );
    expect(await portal.knex('components').pluck('name')).toEqual(['mine']);
    expect((await send([alerts[1]])).status).toBe(403);
  });

  it('own what configuration gives them, whoever came first', async () => {
    await portal.knex('components').insert({
      name: 'mine',
      source: 'push',
      observer: 'external:somebody-else',
      counts: true,
      silence_ms: 600_000,
    });
    expect((await post({ component: 'Mine', state: 'up' })).status).toBe(200);
    expect(await portal.knex('components')).toMatchObject([
      { name: 'mine', observer: 'external:test-service' },
    ]);
  });

  it('own what nobody is given if they come first', async () => {
    expect((await post({ component: 'docs', state: 'up' })).status).toBe(200);
    expect((await post({ component: 'Docs', state: 'up' })).status).toBe(200);
    const taken = { component: 'DOCS', state: 'down', confirmed: true };
    const { status, body } = await post(taken, other);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(
      /'external:somebody-else'.* adoptionMetrics\.uptime\.checks\.docs\.observer/,
    );
    expect(await portal.knex('components')).toMatchObject([
      { name: 'docs', last_state: 'up' },
    ]);
  });

  it('have ten components that are not configured', async () => {
    for (let i = 0; i < 10; i++) {
      const component = `day-${i}`;
      expect((await post({ component, state: 'up' })).status).toBe(200);
    }
    const { status, body } = await post({ component: 'day-x', state: 'up' });
    expect(status).toBe(409);
    expect(body.error.message).toMatch(
      /there are 10 of its own and 10 in all .*adoptionMetrics\.uptime\.checks\.day-x/,
    );
    expect((await post({ component: 'day-9', state: 'up' })).status).toBe(200);
    expect((await post({ component: 'mine', state: 'up' })).status).toBe(200);
  });

  it('have so many checks a day, and then an answer that says when', async () => {
    const batch = Array(100).fill({ component: 'mine', state: 'up' });
    for (let i = 0; i < 5; i++) {
      expect((await post(batch)).status).toBe(200);
    }
    const refused = await post({ component: 'mine', state: 'up' });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe(String(12 * 3_600));
    expect(refused.body.error.message).toMatch(
      /'external:test-service' has reached its limit of 500 checks a day; try again after midnight.*adoptionMetrics\.uptime\.checksPerDay/,
    );
    // Nothing is remembered of checks without an id.
    expect(await portal.knex('uptime_checks')).toEqual([]);
    portal.time.now = noon + 12 * 3_600_000;
    expect((await post(batch)).status).toBe(200);
  });

  it('show no passwords in what they saw', async () => {
    const detail = 'https://ada:hunter2@portal.example.com: 502';
    const checks = [
      { component: 'mine', state: 'up', at: '2026-11-23T11:59:00.000Z' },
      { component: 'mine', state: 'down', confirmed: true, detail },
    ];
    await post(checks);
    const { body } = await portal
      .send('get', '/uptime/components')
      .set('Authorization', person);
    expect(body.components[1].lastFailure).toBe(
      'https://…@portal.example.com: 502',
    );
  });

  it('have so many bytes a day', async () => {
    const batch = Array.from({ length: 100 }, (_, i) => ({
      id: `${i}`.padEnd(128, '€'),
      detail: '€'.repeat(255),
      component: 'mine',
      state: 'up',
    }));
    const { status, body } = await post(batch);
    expect(status).toBe(429);
    expect(body.error.message).toMatch(/100000 bytes of ids and details a day/);
    expect(await portal.knex('uptime_checks')).toEqual([]);
  });

  it('make of a component that flaps an unknown day, not a good one', async () => {
    await portal.record([10 * 86_400, 0]);
    const checks = Array.from({ length: 100 }, (_, i) => ({
      component: 'mine',
      state: i % 2 ? 'down' : 'up',
      confirmed: true,
      at: new Date(noon - (100 - i) * 60_000).toISOString(),
    }));
    expect((await post(checks)).status).toBe(200);
    expect(await portal.knex('component_states')).toHaveLength(51);
    const read = async (path: string) =>
      (await portal.send('get', path).set('Authorization', person)).body;
    const { range } = await read('/uptime?from=2026-11-23T10:00:00Z');
    expect(range.unknownSeconds).toBe(50 * 60);
    expect(range.downSeconds).toBe(25 * 60);
    const { components } = await read('/uptime/components');
    expect(components[1]).toMatchObject({ name: 'mine', state: 'flapping' });
  });
});
