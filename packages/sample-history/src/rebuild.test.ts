import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import adoptionMetricsPlugin from 'backstage-plugin-adoption-metrics-backend';
import sampleHistory from '.';
import {
  Digest,
  Scorecard,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { catalogFiles, companyOf } from './__testUtils__/company';
import { generate } from './__testUtils__/generated';
import { createRecount } from './__testUtils__/recountDay';
import { DAY } from './calendar';
import { readCompany } from './company';
import { createSampleHistory } from './sampleHistory';
import { stories } from './stories';

jest.setTimeout(600_000);

const locations = catalogFiles('stuck').map(target => ({
  type: 'file',
  target,
}));

/**
 * Every answer about a day has the numbers that come of counting one by one
 * what happened until then: the scorecard, digests of earlier periods, series.
 */
async function expectOneAnswer(
  { server }: Awaited<ReturnType<typeof startTestBackend>>,
  settings: Array<{ key: string; value: string }>,
) {
  const stored = settings.find(({ key }) => key === 'sample_history')!;
  const { from: start, until } = JSON.parse(stored.value);
  const story = stories.get('stuck')!;
  const company = readCompany({
    files: catalogFiles('stuck'),
    bystanders: [],
    newcomers: story.newcomers.count,
  });
  const history = createSampleHistory(company, story);
  const recounted = createRecount(
    generate(history, { start, from: start, to: until }),
  );
  const dayOf = (day: string) => Date.parse(day) / DAY;
  const get = async (path: string) => {
    const base = `http://localhost:${server.port()}/api/adoption-metrics/v1`;
    const answer = await fetch(`${base}${path}`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    return answer.json();
  };

  const scorecard: Scorecard = await get('/scorecard');
  const closed = recounted(dayOf(scorecard.closedThrough!));
  const [active, loads, , stale] = scorecard.metrics;
  expect([active.numerator, active.denominator]).toEqual([
    closed.active,
    closed.developers,
  ]);
  expect(active.statement).toContain(
    `(${closed.active} of ${closed.developers})`,
  );
  expect(loads.sampleCount).toBe(closed.loads);
  expect([stale.numerator, stale.denominator]).toEqual([
    closed.stale,
    closed.entities,
  ]);

  const lastDay = dayOf(scorecard.closedThrough!);
  for (const [period, of] of [
    ['week', lastDay - 14],
    ['week', lastDay - 70],
    ['month', lastDay - 45],
  ] as const) {
    const day = new Date(of * DAY).toISOString().slice(0, 10);
    const digest: Digest = await get(`/digest?period=${period}&of=${day}`);
    const then = recounted(dayOf(digest.to) - 1);
    const [ofPeople, , , ofEntities] = digest.metrics;
    expect(ofPeople).toMatchObject({
      numerator: then.active,
      denominator: then.developers,
      statement: expect.stringContaining(
        `(${then.active} of ${then.developers})`,
      ),
    });
    expect(ofEntities).toMatchObject({
      numerator: then.stale,
      denominator: then.entities,
    });
    const before = recounted(dayOf(digest.from) - 1);
    expect(ofPeople.change).toBeCloseTo(
      then.active / then.developers - before.active / before.developers,
      10,
    );
  }

  const series: Series = await get(
    '/metrics/active-users/series?granularity=month',
  );
  expect(series.points[0]).toMatchObject({ partial: false });
  expect(series.points[0].from).toMatch(/-01$/);
  const whole = series.points.filter(({ partial }) => !partial);
  expect(whole.map(point => [point.numerator, point.denominator])).toEqual(
    whole.map(({ to }) => {
      const then = recounted(dayOf(to) - 1);
      return [then.active, then.developers];
    }),
  );

  const { definitions } = await get('/definitions');
  const first = new Date(start).toISOString().slice(0, 10);
  expect(definitions[0]).toMatchObject({ metric: 'active-users', from: first });
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('sample history, %p', databaseId => {
  it('gives the same samples when the close rebuilds all of them', async () => {
    const knex = await databases.init(databaseId);
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        adoptionMetricsPlugin,
        sampleHistory,
        catalogServiceMock.factory({ entities: companyOf('stuck').entities }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            catalog: { locations },
            adoptionMetrics: {
              activity: {
                attributes: [
                  {
                    id: 'location',
                    title: 'Location',
                    field: 'spec.profile.location',
                  },
                ],
              },
            },
          },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    const read = () =>
      knex('samples')
        .select('metric', 'dimension', 'member', 'day', 'value')
        .select('numerator', 'denominator', 'n', 'coverage', 'state')
        .orderBy(['metric', 'dimension', 'member', 'day']);

    await scheduler.triggerTask('daily-rollup');
    const generated = await read();
    expect(generated.length).toBeGreaterThan(270 * 4);

    await expectOneAnswer(backend, await knex('settings').select());

    const [uptime] = generated
      .filter(
        ({ metric, dimension }) =>
          metric === 'uptime' && dimension === 'headline',
      )
      .slice(-1);
    const month = 30 * 86_400;
    const outages = [34 * 60, 24 * 60];
    expect(Number(uptime.denominator)).toBe(month);
    expect(Number(uptime.numerator)).toBe(month - outages[0] - outages[1]);
    expect(Number(uptime.n)).toBe(outages.length);

    const [{ members }] = await knex('team_spans')
      .join('teams', 'teams.id', 'team_id')
      .where({ entity_ref: 'group:default/acme', to_day: null })
      .count({ members: '*' });
    expect(Number(members)).toBe(300);

    for (const granularity of ['week', 'four-weeks']) {
      const ask = async (path: string) => {
        const api = `http://localhost:${backend.server.port()}/api/adoption-metrics`;
        const answer = await fetch(
          `${api}/v1/activity/${path}?granularity=${granularity}`,
        );
        return answer.json();
      };
      const { status, groups } = await ask('teams');
      const named = groups.filter(
        ({ kind }: { kind: string }) => kind === 'team',
      );
      expect([status, named.length > 25]).toEqual(['published', true]);
      expect((await ask('plugins')).plugins.length).toBeGreaterThan(4);
      expect((await ask('team-plugins')).cells.length).toBeGreaterThan(20);
      const [location] = (await ask('attributes')).attributes;
      const places = location.groups.map(
        ({ name, active }: { name: string; active: number | null }) => [
          name,
          active! > 0,
        ],
      );
      expect(places.sort()).toEqual([
        ['Berlin', true],
        ['Lisbon', true],
        ['Stockholm', true],
      ]);
    }

    await knex('samples').delete();
    await knex('daily_rollups').delete();
    await scheduler.triggerTask('daily-rollup');
    expect(await read()).toEqual(generated);
    await backend.stop();
  });
});
