import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { DeadlineStore } from '../deadline';
import { createPseudonymizer } from './pseudonym';
import { config, entities, quill, registrar } from './__testUtils__/personas';
import {
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from './__testUtils__/portal';

jest.setTimeout(180_000);

const NOW = Date.now();
const secret = 'a secret that is long enough for everyone';
const me = user('quill.harrow');

/** What the files of a database hold, also where no statement would find it. */
interface RawDatabase {
  knex?: Knex;
  bytes(knex: Knex): Promise<Buffer>;
  close(): Promise<void>;
}

function onSqlite(): RawDatabase {
  const directory = mkdtempSync(join(tmpdir(), 'forgetting-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'adoption-metrics.sqlite') },
    useNullAsDefault: true,
  });
  return {
    knex,
    bytes: async () =>
      Buffer.concat(
        readdirSync(directory).map(name => readFileSync(join(directory, name))),
      ),
    async close() {
      await knex.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

// Read through the server: heaps, their indexes and long values, and statistics.
const onPostgres = (): RawDatabase => ({
  async bytes(knex) {
    await knex.raw('checkpoint');
    const { rows } = await knex.raw(
      `select pg_read_binary_file(pg_relation_filepath(c.oid), 0, 1000000000, true) as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'i', 't') and n.nspname in ('public', 'pg_toast')`,
    );
    const { rows: statistics } = await knex.raw(
      "select coalesce(string_agg(s::text, ' '), '') as text from pg_stats s where schemaname = 'public'",
    );
    return Buffer.concat(
      [
        ...rows.map(({ bytes }: { bytes: Buffer | null }) => bytes ?? ''),
        Buffer.from(statistics[0].text),
      ].map(part => Buffer.from(part)),
    );
  },
  close: async () => {},
});

/** Someone comes, is a developer, signs what can be signed, and is notified. */
async function live(portal: Awaited<ReturnType<typeof startPortal>>) {
  const { knex } = portal;
  await portal.collect();
  for (const name of ['quill.harrow', 'wyn.osgood']) {
    expect((await portal.visit(name)).status).toBe(200);
    await portal
      .get('/scorecard', user(name))
      .set('x-adoption-foreground', '1');
  }
  const acts = [
    portal.post('/annotations', me, { day: '2026-11-23', text: 'A party' }),
    portal.post('/uptime/maintenance', me, {
      from: new Date(NOW + 3_600_000).toISOString(),
      to: new Date(NOW + 7_200_000).toISOString(),
      reason: 'Upgrade',
    }),
    portal.post('/alerts/mutes', me, {
      rule: 'collection',
      until: new Date(NOW + 86_400_000).toISOString().slice(0, 10),
    }),
    portal.put('/decision/money', me, { parallelMonths: 2 }),
    portal.put('/decision/answers', me, { answers: { team: 5 } }),
    portal.put('/decision/numbers/pluginCap', me, { high: 8, why: 'Ours' }),
  ];
  for (const act of acts) {
    const { status, body } = await act;
    expect([status, status < 300 || body]).toEqual([status, true]);
  }
  await new DeadlineStore(knex).replace(
    undefined,
    {
      source: 'api',
      start: 20_750,
      date: 20_900,
      goal: 0.3,
      hold: 2,
      recipients: [quill, 'user:default/wyn.osgood'],
    },
    { at: NOW, by: quill },
  );
  await knex('incident_notes').insert({
    moment_at: NOW,
    written_at: NOW,
    written_by: quill,
    note: 'The disk was full',
  });
  await knex('alert_acknowledgements').insert({
    alert_id: 1,
    acknowledged_at: NOW,
    acknowledged_by: quill,
  });
  await knex('catalog_verifications').insert({
    entity_ref: 'component:default/shop',
    verified_at: NOW,
    verified_by: quill,
  });
  await knex('catalog_owner_notices').insert({
    owner_ref: quill,
    notified_at: NOW,
  });
}

describe.each(testedDatabases())('forgetting, %p', engine => {
  it('leaves no trace in any file of the database, nor in the log', async () => {
    const raw = engine.startsWith('SQLITE') ? onSqlite() : onPostgres();
    const administrators = ['user:default/registrar', quill];
    const portal = await startPortal(engine, {
      entities,
      config: {
        adoptionMetrics: {
          ...config.adoptionMetrics,
          administrators,
          privacy: { secret },
        },
      },
      knex: raw.knex,
    });
    const { knex } = portal;
    await live(portal);
    const pseudonyms = await knex('people').pluck('pseudonym');
    const pseudonym = createPseudonymizer(secret)(quill);
    const before = await raw.bytes(knex);
    expect(pseudonyms.length).toBeGreaterThan(1);
    expect(before.includes(pseudonym)).toBe(true);
    expect(before.includes(quill)).toBe(true);

    const body = { entityRef: quill, stop: false };
    const answer = await portal.post('/people/forget', registrar, body);
    expect(answer.body).toMatchObject({ forgotten: true, stopped: false });

    const after = await raw.bytes(knex);
    const others = pseudonyms.filter(other => other !== pseudonym);
    expect(others.every(other => after.includes(other))).toBe(true);
    for (const trace of [pseudonym, quill, 'quill.harrow']) {
      expect([trace, after.includes(trace)]).toEqual([trace, false]);
      const halves = Buffer.from(trace, 'utf16le');
      expect([trace, after.includes(halves)]).toEqual([trace, false]);
    }
    expect(after.includes(Buffer.from(pseudonym, 'hex'))).toBe(false);
    const tables = JSON.stringify(await readAllTables(knex));
    expect(tables).not.toMatch(new RegExp(`${pseudonym}|quill`, 'i'));
    const log = portal.lines
      .filter(line => !/requested|incomingRequest/.test(line))
      .join('\n');
    const audited = JSON.stringify(
      portal.auditor.createEvent.mock.calls.map(([event]) => event.meta),
    );
    expect(log).not.toMatch(new RegExp(`${pseudonym}|quill`, 'i'));
    expect(audited).not.toMatch(new RegExp(`${pseudonym}|quill`, 'i'));
    await portal.stop();
    await raw.close();
  });
});
