import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import adoptionMetricsPlugin from 'backstage-plugin-adoption-metrics-backend';
import sampleHistory from '.';
import { catalogFiles } from './__testUtils__/company';

jest.setTimeout(600_000);

const locations = catalogFiles('stuck').map(target => ({
  type: 'file',
  target,
}));

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('sample history, %p', databaseId => {
  it('gives the same samples when the close rebuilds all of them', async () => {
    const knex = await databases.init(databaseId);
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        adoptionMetricsPlugin,
        sampleHistory,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: { catalog: { locations } },
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
    }

    await knex('samples').delete();
    await knex('daily_rollups').delete();
    await scheduler.triggerTask('daily-rollup');
    expect(await read()).toEqual(generated);
    await backend.stop();
  });
});
