import { createTestDatabases } from './__testUtils__/testDatabases';
import { abandonStatements, breathe, untilAborted } from './abandonment';
import { isSqlite } from './dialect';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('abandonStatements, %p', engine => {
  it('begins no statement that nobody waits for', async () => {
    const knex = await databases.create(engine);
    abandonStatements(knex);
    const gone = AbortSignal.abort(new Error('gone'));
    const read = () =>
      untilAborted(gone, async () => knex('settings').select());
    await expect(read()).rejects.toThrow('gone');
    expect(await knex('settings').select()).toEqual([]);
  });

  it('ends a statement that runs, and leaves the connection usable', async () => {
    const knex = await databases.create(engine);
    if (isSqlite(knex)) {
      return;
    }
    abandonStatements(knex);
    const controller = new AbortController();
    const begun = performance.now();
    const slow = untilAborted(controller.signal, async () =>
      knex.raw('select pg_sleep(60)'),
    );
    setTimeout(() => controller.abort(), 100);
    await expect(slow).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(30_000);
    const { rows } = await knex.raw('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});

describe('breathe', () => {
  it('lets others take their turn in a long computation', async () => {
    let turns = 0;
    let counting: NodeJS.Immediate | undefined;
    const count = () => {
      turns++;
      counting = setImmediate(count);
    };
    count();
    const end = performance.now() + 200;
    while (performance.now() < end) {
      await breathe();
    }
    clearImmediate(counting);
    expect(turns).toBeGreaterThan(3);
  });
});
