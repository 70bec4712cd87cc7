import { config, entities, quill, registrar } from './__testUtils__/personas';
import {
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from './__testUtils__/portal';

const personas = ['quill', 'harrow', 'wyn', 'osgood', 'zoltan', 'kovacs'];

describe.each(testedDatabases())('names of people, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal(engine, { entities, config });
  });
  afterEach(() => portal.stop());

  it('keeps no name anywhere, neither stored nor logged', async () => {
    await portal.collect();
    const names = ['quill.harrow', 'wyn.osgood', 'zoltan.kovacs'];
    for (const name of names) {
      await portal.visit(name);
      await portal.get('/me', user(name));
      await portal.post('/events', user(name), { batchId: name });
      await portal.post('/people/forget', user(name), {
        entityRef: `user:default/${name}`,
        stop: false,
      });
    }
    await portal.put('/me', user(names[0]), { optedOut: true });
    await portal.put('/me', user(names[0]), { optedOut: names[0] });
    await portal.post('/people/merge', registrar, {
      merges: [
        { from: `user:default/${names[1]}`, into: `user:default/${names[2]}` },
      ],
    });
    await portal.post('/people/merge', registrar, {
      merges: names.map(name => ({ from: `user:${name}`, into: quill })),
    });
    await portal.post('/people/forget', registrar, {
      entityRef: quill,
      stop: true,
    });
    await portal.get('/developers?names=true', registrar);
    await portal.scheduler.triggerTask('daily-rollup');
    await portal.collect();
    await portal.stop();

    const tables = await readAllTables(portal.knex);
    expect(tables.people.length).toBeGreaterThanOrEqual(3);
    expect(tables.team_spans.length).toBeGreaterThan(0);
    expect(portal.lines.length).toBeGreaterThan(5);
    const everything = JSON.stringify([tables, portal.lines]).toLowerCase();
    const hits = [...personas, 'user:default'].filter(name =>
      everything.includes(name),
    );
    expect(hits).toEqual([]);
  });
});
