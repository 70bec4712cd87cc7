import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { isSqlite } from '../database';
import {
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

const EVENTS_PER_BATCH = 500;
/** So many full batches are held at most, waiting or being stored. */
const MOST_BATCHES = 40;

function batch(pluginId: string, size = 1) {
  const at = new Date().toISOString();
  const event = { type: 'interaction', at, action: 'click', pluginId };
  return {
    batchId: randomUUID(),
    events: Array.from({ length: size }, () => event),
  };
}

/** Keeps everyone else from writing until the transaction ends. */
async function stall(knex: Knex): Promise<Knex.Transaction> {
  const holding = await knex.transaction();
  if (!isSqlite(knex)) {
    await holding.raw('lock table people in access exclusive mode');
  }
  return holding;
}

async function refusePoison(knex: Knex): Promise<void> {
  if (isSqlite(knex)) {
    await knex.raw(
      "create trigger refuse before insert on person_plugin_days when new.plugin_id = 'poison' begin select raise(abort, 'refused'); end",
    );
    return;
  }
  await knex.raw(`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'refused' using errcode = '22003'; end $$`);
  await knex.raw(
    "create trigger refuse before insert on person_plugin_days for each row when (new.plugin_id = 'poison') execute function refuse()",
  );
}

describe.each(testedDatabases())('POST /events under pressure, %p', engine => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    portal = await startPortal(engine, { entities: [] });
  });
  afterEach(() => portal.stop());

  const post = (body: object, person = 'ada') =>
    portal.post('/events', user(person), body);
  const count = async (plugin_id: string) => {
    const row = await portal
      .knex('action_counts')
      .where({ plugin_id })
      .sum({ n: 'n' })
      .first();
    return Number(row?.n ?? 0);
  };

  it('lets a batch fail alone that the database refuses', async () => {
    await refusePoison(portal.knex);
    const poison = batch('poison');
    const answers = await Promise.all(
      [batch('catalog'), poison, batch('catalog'), batch('search')].map(body =>
        post(body),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200, 200]);
    expect(await count('catalog')).toBe(2);
    expect(await count('search')).toBe(1);
    expect(await count('poison')).toBe(0);

    await portal.knex.raw(
      isSqlite(portal.knex)
        ? 'drop trigger refuse'
        : 'drop trigger refuse on person_plugin_days',
    );
    expect((await post(poison)).status).toBe(200);
    expect(await count('poison')).toBe(1);
  });

  it('holds a bounded number of events while the database stalls', async () => {
    const holding = await stall(portal.knex);
    const people = Array.from({ length: MOST_BATCHES + 20 }, (_, i) => `p${i}`);
    const batches = people.map(() => batch('catalog', EVENTS_PER_BATCH));
    const refused: string[] = [];
    const answers = batches.map(async (body, index) => {
      const { status, headers } = await post(body, people[index]);
      if (status === 503) {
        refused.push(headers['retry-after']);
      }
      return status;
    });
    while (refused.length < 20) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(refused).toEqual(Array.from({ length: 20 }, () => '5'));

    await holding.rollback();
    const statuses = await Promise.all(answers);
    expect(statuses.filter(status => status === 200)).toHaveLength(
      MOST_BATCHES,
    );
    expect(await count('catalog')).toBe(MOST_BATCHES * EVENTS_PER_BATCH);

    const again = batches.filter((_, index) => statuses[index] === 503);
    const sentAgain = again.map((body, index) => post(body, people[index]));
    for (const { status } of await Promise.all(sentAgain)) {
      expect(status).toBe(200);
    }
    expect(await count('catalog')).toBe(batches.length * EVENTS_PER_BATCH);
  });

  it('answers others while one person sends a hundred batches at once', async () => {
    const holding = await stall(portal.knex);
    const statusOf = async (body: object, person?: string) =>
      (await post(body, person)).status;
    const flood = Array.from({ length: 100 }, () =>
      statusOf(batch('catalog', EVENTS_PER_BATCH)),
    );
    const others = Array.from({ length: 30 }, (_, i) =>
      statusOf(batch('search'), `p${i}`),
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    await holding.rollback();
    expect(new Set(await Promise.all(others))).toEqual(new Set([200]));
    const own = await Promise.all(flood);
    expect(new Set(own)).toEqual(new Set([200, 429]));
    const stored = own.filter(status => status === 200).length;
    expect(await count('catalog')).toBe(stored * EVENTS_PER_BATCH);
  });
});
