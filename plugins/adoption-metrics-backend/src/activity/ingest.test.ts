import { randomUUID } from 'node:crypto';
import { assemble } from '../internals/assemble';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('createIngest, %p', engine => {
  it('stores waiting batches before the database is closed', async () => {
    const knex = await databases.create(engine);
    const clock = { now: () => Date.now() };
    const { ingest } = await assemble({ knex, clock });
    const batchId = randomUUID();
    const at = new Date().toISOString();
    const answer = ingest.events.take('user:default/ada', {
      batchId,
      events: [
        { type: 'interaction', at, action: 'click', pluginId: 'catalog' },
      ],
    });

    await ingest.part.shutdown();
    await knex.destroy();
    expect(await answer).toMatchObject({ batchId, accepted: 1 });
  });
});
