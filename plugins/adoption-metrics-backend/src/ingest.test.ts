import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readConfig } from './config';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { startIngest } from './ingest';
import { createPseudonymizer } from './people';
import { Services } from './services';
import { createStores } from './stores';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('startIngest, %p', engine => {
  it('stores what is waiting before the database may be closed', async () => {
    const knex = await databases.create(engine);
    const config = readConfig(new ConfigReader({}));
    const lifecycle = mockServices.lifecycle.mock();
    const clock = { now: () => Date.now() };
    const ingest = startIngest({ clock, lifecycle } as unknown as Services, {
      knex,
      config,
      stores: createStores(knex, config),
      rules: [],
      pseudonymize: createPseudonymizer('a secret of enough length'),
      clock,
    });
    const batchId = randomUUID();
    const at = new Date().toISOString();
    const answer = ingest.take('user:default/ada', {
      batchId,
      events: [
        { type: 'interaction', at, action: 'click', pluginId: 'catalog' },
      ],
    });

    for (const [stop] of lifecycle.addShutdownHook.mock.calls) {
      await stop();
    }
    await knex.destroy();
    expect(await answer).toMatchObject({ batchId, accepted: 1 });
  });
});
