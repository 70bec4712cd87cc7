import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import {
  batchOf,
  DAY_0,
  instantOn,
  setUpIngest,
  testedDatabases,
} from '../__testUtils__/ingest';
import {
  installedPluginsCounter,
  InstalledPluginStore,
} from './InstalledPluginStore';

function report(
  day: number,
  ids: string[],
  surface: 'page' | 'card' = 'page',
): CollectedEvent {
  return {
    type: 'installed-plugins',
    at: new Date(instantOn(day)).toISOString(),
    plugins: ids.map(id => ({ id, surface })),
  };
}

const own = 'adoption-metrics';

describe.each(testedDatabases())('installed plugins, %p', engine => {
  async function setUp() {
    const { committer, knex } = await setUpIngest(engine, [
      installedPluginsCounter,
    ]);
    const store = new InstalledPluginStore(knex);
    return {
      knex,
      send: (person: string, ...events: CollectedEvent[]) =>
        committer.commit([batchOf(person, events)]),
      ids: async (day: number) =>
        (await store.read(DAY_0 + day))?.map(({ pluginId }) => pluginId),
      read: (day: number) => store.read(DAY_0 + day),
    };
  }

  it('are unknown while nobody has reported any', async () => {
    const { ids } = await setUp();
    expect(await ids(0)).toBeUndefined();
  });

  it('are those of the only person, then those of two', async () => {
    const { ids, send } = await setUp();
    await send('ada', report(0, [own, 'kubernetes', 'made-up']));
    expect(await ids(0)).toEqual([own, 'kubernetes', 'made-up']);
    await send('bob', report(1, [own, 'kubernetes']));
    expect(await ids(1)).toEqual([own, 'kubernetes']);
  });

  it('cannot be made up by one person, however often they report', async () => {
    const { ids, send } = await setUp();
    for (const person of ['ada', 'bob', 'cleo']) {
      await send(person, report(0, [own]));
    }
    for (let day = 0; day < 5; day++) {
      await send('mallory', report(day, [own, 'made-up']));
    }
    expect(await ids(5)).toEqual([own]);
  });

  it('are gone once nobody has reported them for 28 days', async () => {
    const { ids, send, read } = await setUp();
    await send('ada', report(0, [own, 'old']));
    await send('bob', report(0, [own, 'old']));
    await send('ada', report(20, [own]));
    await send('bob', report(20, [own]));
    expect(await ids(27)).toEqual([own, 'old']);
    expect(await ids(28)).toEqual([own]);
    expect(await read(28)).toEqual([
      {
        pluginId: own,
        surface: 'page',
        firstDay: DAY_0,
        lastDay: DAY_0 + 20,
      },
    ]);
  });

  it('have a page once two people say so', async () => {
    const { send, read } = await setUp();
    const surfaces = async () => (await read(1))!.map(({ surface }) => surface);
    await send('ada', report(0, ['badges'], 'card'));
    await send('bob', report(0, ['badges'], 'card'));
    await send('ada', report(1, ['badges']));
    expect(await surfaces()).toEqual(['card']);
    await send('bob', report(1, ['badges']));
    expect(await surfaces()).toEqual(['page']);
  });

  it('name nobody', async () => {
    const { knex, send } = await setUp();
    await send('ada', report(0, [own]));
    const [row] = await knex('installed_plugins');
    expect(Object.keys(row).sort()).toEqual([
      'first_day',
      'last_day',
      'plugin_id',
      'surface',
      'witness',
    ]);
    expect(row.witness).toBeLessThan(256);
  });
});
