import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { documentedReads } from '../__testUtils__/documentedReads';
import { isSqlite } from '../database';
import {
  entity,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

const reads = documentedReads();

/** More than what is free in the pages that the tables have already. */
function batch() {
  const at = new Date().toISOString();
  const events = Array.from({ length: 200 }, (_, index) => ({
    type: 'interaction',
    at,
    action: 'click',
    pluginId: `${'plugin'.repeat(15)}-${index}`,
  }));
  return { batchId: randomUUID(), events };
}

/** Has the engine refuse everyone new with a message that quotes the row. */
async function refusePeople(knex: Knex, code: string): Promise<void> {
  if (isSqlite(knex)) {
    await knex.raw(
      "create trigger refuse before insert on people begin select raise(abort, 'refused'); end",
    );
    return;
  }
  await knex.raw(`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'no room for %', new.pseudonym
      using errcode = '${code}', detail = 'Failing row: ' || new.pseudonym;
    end $$`);
  await knex.raw(
    'create trigger refuse before insert on people for each row execute function refuse()',
  );
}

async function dropAllTables(knex: Knex): Promise<void> {
  const tables: string[] = isSqlite(knex)
    ? await knex('sqlite_master')
        .where({ type: 'table' })
        .whereNot('name', 'like', 'sqlite_%')
        .pluck('name')
    : await knex('information_schema.tables')
        .where({ table_schema: 'public' })
        .pluck('table_name');
  for (const table of tables) {
    await knex.schema.dropTable(table);
  }
}

async function fillDisk(knex: Knex): Promise<void> {
  if (!isSqlite(knex)) {
    await refusePeople(knex, '53100');
    return;
  }
  await knex.raw('create table filler (text text)');
  const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
  await knex.raw(`PRAGMA max_page_count = ${pages}`);
  for (const size of [2_000, 200, 20]) {
    await fillWith(knex, 'x'.repeat(size));
  }
}

async function fillWith(knex: Knex, text: string): Promise<void> {
  try {
    for (;;) {
      await knex('filler').insert({ text });
    }
  } catch {
    // Nothing of that size fits any more.
  }
}

async function breakConnections(knex: Knex): Promise<void> {
  await knex.raw(`
    create function leave() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  await knex.raw(
    'create trigger leave before insert on people for each row execute function leave()',
  );
}

describe.each(testedDatabases())('when the database fails, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal(engine, {
      entities: [entity('User', 'quill.harrow')],
      config: {
        adoptionMetrics: { administrators: ['user:default/quill.harrow'] },
      },
    });
  });
  afterEach(() => portal.stop());

  function expectDiscretion(text: string) {
    expect(text).not.toMatch(/quill|harrow|wyn|osgood/i);
    expect(text).not.toMatch(/\b[0-9a-f]{32}\b/);
    expect(text).not.toMatch(/insert into|select .* from|update .* set/i);
  }

  /** What two people are answered whose batches share a transaction. */
  async function post() {
    const answers = await Promise.all(
      ['quill.harrow', 'wyn.osgood'].map(name =>
        portal.post('/events', user(name), batch()),
      ),
    );
    answers.forEach(({ text }) => expectDiscretion(text));
    expectDiscretion(portal.lines.join('\n'));
    return answers.map(({ status, headers }) => [
      status,
      headers['retry-after'],
    ]);
  }

  /** The statuses of all documented reads. */
  async function read() {
    const statuses = new Set<number>();
    for (const path of reads) {
      const { status, text } = await portal.get(path, user('quill.harrow'));
      statuses.add(status);
      expectDiscretion(text);
    }
    expectDiscretion(portal.lines.join('\n'));
    return [...statuses].sort();
  }

  const comeBack = [
    [503, '5'],
    [503, '5'],
  ];
  const broken = [
    [500, undefined],
    [500, undefined],
  ];

  it('asks everyone to come back while it is closed', async () => {
    await portal.knex.destroy();
    expect(await post()).toEqual(comeBack);
    expect(await read()).toEqual([200, 503]);
  });

  it('asks everyone to come back while its disk is full', async () => {
    await fillDisk(portal.knex);
    expect(await post()).toEqual(comeBack);
  });

  it('says no more than that something is broken when tables are missing', async () => {
    await dropAllTables(portal.knex);
    expect(await post()).toEqual(broken);
    // Health answers 503 rather than to fail itself.
    expect([200, 500, 503]).toEqual(await read());
  });

  it('keeps a refused value to itself', async () => {
    await refusePeople(portal.knex, '23505');
    expect(await post()).toEqual(broken);
  });

  if (engine.startsWith('POSTGRES')) {
    it('asks everyone to come back when connections break', async () => {
      await breakConnections(portal.knex);
      expect(await post()).toEqual(comeBack);
      await portal.knex.raw('drop trigger leave on people');
      expect(await post()).toEqual([
        [200, undefined],
        [200, undefined],
      ]);
    });
  }
});
