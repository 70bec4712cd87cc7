import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { assemble } from '../../internals/assemble';
import { instantOn } from '../__testUtils__/ingest';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('reports of plugins, %p', engine => {
  it('are accepted as often as they come, and counted a few times a day', async () => {
    const knex = await databases.create(engine);
    const clock = { at: instantOn(0), now: () => clock.at };
    const { ingest } = await assemble({ knex, clock });
    const report = (...ids: string[]) => ({
      batchId: crypto.randomUUID(),
      events: [
        {
          type: 'installed-plugins',
          at: new Date(clock.at).toISOString(),
          plugins: ids.map(id => ({ id, surface: 'page' })),
        },
      ],
    });
    const send = (...ids: string[]) =>
      ingest.events.take('user:default/ada', report(...ids));
    for (let i = 0; i < 10; i++) {
      expect(await send(`made-up-${i}`)).toMatchObject({ accepted: 1 });
    }
    expect(await knex('installed_plugins')).toHaveLength(4);
    // Nobody is active by that.
    expect(await knex('person_days')).toEqual([]);
    clock.at += 86_400_000;
    await send('tomorrow');
    expect(await knex('installed_plugins')).toHaveLength(5);
    const many = Array.from({ length: 201 }, (_, i) => `p${i}`);
    expect(await send(...many)).toMatchObject({ accepted: 0, rejected: 1 });
    expect(await send('Our portal!')).toMatchObject({ rejected: 1 });
  });
});
