import { randomUUID } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  entity,
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { DAY_MS } from '../../time';

jest.setTimeout(240_000);

const monday = Date.UTC(2026, 8, 7, 10);

function namesOf(count: number, nameOf: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => nameOf(index));
}

function userNamed(name: string, namespace = 'default'): Entity {
  const named = entity('User', name);
  return { ...named, metadata: { ...named.metadata, namespace } };
}

describe.each(testedDatabases())('sign-in names over HTTP, %p', engine => {
  const ada = user('observer');
  const time = { now: monday };
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(() => {
    time.now = monday;
  });
  afterEach(() => portal.stop());

  async function start(entities: Entity[], adoptionMetrics: object = {}) {
    portal = await startPortal(engine, {
      entities,
      config: {
        adoptionMetrics: {
          administrators: ['user:default/observer'],
          ...adoptionMetrics,
        },
      } as never,
      clock: { now: () => time.now },
    });
    await portal
      .knex('settings')
      .where({ key: 'installed_at' })
      .update({
        value: String(monday),
      });
    await portal.collect();
  }

  async function visit(entityRef: string) {
    const { status } = await portal.post(
      '/events',
      mockCredentials.user.header(entityRef),
      {
        batchId: randomUUID(),
        events: [
          {
            type: 'interaction',
            at: new Date(time.now).toISOString(),
            action: 'navigate',
            pluginId: 'catalog',
          },
        ],
      },
    );
    expect(status).toBe(200);
  }

  /** Five weeks in which all of them come on Mondays. */
  async function use(refs: string[], weeks = 5) {
    for (let week = 0; week < weeks; week++) {
      for (const ref of refs) {
        await visit(ref);
      }
      time.now += 7 * DAY_MS;
    }
    await portal.collect();
    await portal.scheduler.triggerTask('daily-rollup');
  }

  async function metric() {
    return (await portal.get('/metrics/active-users', ada)).body.metric;
  }

  async function check() {
    const { body } = await portal.get('/diagnostics', ada);
    return body.checks.find(({ id }: { id: string }) => id === 'sign-in-names');
  }

  const contoso = namesOf(40, index => `p${index}_contoso.com`);

  it('are undecided where they are not those of the catalog', async () => {
    await start(
      contoso.map(name => userNamed(name)),
      { deadline: { start: '2026-09-07', date: '2026-10-07', goal: 0.3 } },
    );
    await use(namesOf(25, index => `user:default/p${index}`));
    const sentence =
      'None of the 25 people who used the portal in the last 28 days are developers in the catalog, which has 40 developers. They sign in as user:default/‹name›; users in the catalog are called user:default/‹name›_contoso.com.';
    expect(await metric()).toMatchObject({
      status: 'undecided',
      reason: 'misconfigured',
      value: null,
      today: null,
      statement: expect.stringMatching(
        /\. People sign in under names that are not in the catalog\.$/,
      ),
      notes: expect.arrayContaining([sentence]),
    });
    expect(await check()).toMatchObject({
      status: 'problem',
      detail: sentence,
      fix: expect.stringMatching(/^Configure the sign-in resolver/),
    });
    expect(await metric()).not.toHaveProperty('numerator');
    await portal.scheduler.triggerTask('deadline');
    const { body } = await portal.get('/deadline', ada);
    expect(body).toMatchObject({
      state: 'insufficient-data',
      sentence: expect.stringMatching(/whether the goal .* is unknown\.$/),
    });
    const shapes = await portal.knex('sign_in_shapes');
    expect(shapes.every(({ shape }) => shape === 'default/‹name›')).toBe(true);
    expect(JSON.stringify(await readAllTables(portal.knex))).not.toMatch(
      /p\d+_contoso|user:default/,
    );
  });

  it.each<[string, Entity[], string[], string]>([
    [
      'another namespace',
      namesOf(20, index => `p${index}`).map(name => userNamed(name, 'acme')),
      namesOf(12, index => `user:default/p${index}`),
      'They sign in as user:default/‹name›; users in the catalog are called user:acme/‹name›.',
    ],
    [
      'an email address as the name',
      namesOf(20, index => `p${index}`).map(name => userNamed(name)),
      namesOf(12, index => `user:default/p${index}@acme.test`),
      'They sign in as user:default/‹name›@acme.test; users in the catalog are called user:default/‹name›.',
    ],
    [
      'hyphens for dots',
      namesOf(20, index => `p.n${index}`).map(name => userNamed(name)),
      namesOf(12, index => `user:default/p-n${index}`),
      'They sign in as user:default/‹name›-‹name›; users in the catalog are called user:default/‹name›.‹name›.',
    ],
    [
      'other names of the same shape',
      namesOf(20, index => `p${index}`).map(name => userNamed(name)),
      namesOf(12, index => `user:default/u${index}`),
      'Sign-in names and catalog names both look like user:default/‹name›, but do not match.',
    ],
  ])('differ by %s', async (_, entities, refs, comparison) => {
    await start(entities);
    await use(refs, 1);
    expect(await check()).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining(comparison),
    });
    expect(await metric()).toMatchObject({ reason: 'misconfigured' });
  });

  it('may be written in upper case', async () => {
    const names = namesOf(20, index => `p${index}`);
    await start(names.map(name => userNamed(name.toUpperCase())));
    await use(names.map(name => `user:default/${name}`));
    expect(await check()).toMatchObject({ status: 'ok' });
    expect(await metric()).toMatchObject({ status: 'met', numerator: 20 });
  });

  it('of managers outside the filter are no fault', async () => {
    const managers = namesOf(12, index => `m${index}`);
    const developers = namesOf(20, index => `p${index}`);
    const department = { profile: { department: 'Engineering' } };
    await start(
      [
        ...managers.map(name => userNamed(name)),
        ...developers.map(name => ({ ...userNamed(name), spec: department })),
      ],
      {
        developers: {
          filter: { 'spec.profile.department': 'Engineering' },
        },
      },
    );
    await use(managers.map(name => `user:default/${name}`));
    expect(await check()).toMatchObject({ status: 'ok' });
    expect(await metric()).toMatchObject({ status: 'missed', numerator: 0 });
  });

  it('are not compared under a head count', async () => {
    await start(
      contoso.map(name => userNamed(name)),
      { developers: { headCount: 40 } },
    );
    await use(namesOf(25, index => `user:default/p${index}`));
    expect(await check()).toBeUndefined();
    expect(await metric()).toMatchObject({ status: 'met', numerator: 25 });
  });

  it('of many strangers beside developers give a warning', async () => {
    await start(namesOf(20, index => `p${index}`).map(name => userNamed(name)));
    await use([
      ...namesOf(10, index => `user:default/p${index}`),
      ...namesOf(8, index => `user:default/q${index}@acme.test`),
    ]);
    expect(await check()).toMatchObject({
      status: 'warning',
      detail:
        "8 of the 18 people who used the portal in the last 28 days are not in the catalog and don't count. They sign in as user:default/‹name›@acme.test; users in the catalog are called user:default/‹name›.",
    });
    expect(await metric()).toMatchObject({ status: 'met', numerator: 10 });
  });
});
