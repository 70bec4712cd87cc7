import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { assemble } from '../internals/assemble';
import {
  batchOf,
  instantOn,
  interaction,
} from '../activity/__testUtils__/ingest';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

const databases = createTestDatabases();

function load(routeId: string): CollectedEvent {
  const at = new Date(instantOn(0)).toISOString();
  const kind = 'initial';
  return { type: 'page-load', at, kind, method: 'lcp', routeId, duration: 1 };
}

describe.each(databases.eachSupportedId())('names of a day, %p', engine => {
  it('distinguishes so many names a day and counts the rest together', async () => {
    const knex = await databases.create(engine);
    const clock = { now: () => instantOn(0) };
    // Six people, each with as many names as one may add.
    const people = Array.from({ length: 6 }, (_, person) =>
      Array.from({ length: 40 }, (__, index) => `n${40 * person + index}`),
    );
    const replicas = [
      await assemble({ knex, clock }),
      await assemble({ knex, clock }),
    ];
    await Promise.all(
      people.map((names, person) =>
        replicas[person % 2].ingest.committer.commit([
          batchOf(`person-${person}`, [
            ...names.map(load),
            ...names.map(name => interaction(0, name, 'click')),
          ]),
        ]),
      ),
    );
    const routes = await knex('page_load_counts').distinct('route_id');
    expect(routes).toHaveLength(101);
    const others = knex('page_load_counts').where({ route_id: 'other' });
    expect(Number((await others.first()).loads)).toBe(140);
    const plugins = await knex('action_counts').distinct('plugin_id');
    expect(plugins).toHaveLength(101);
  });
});
