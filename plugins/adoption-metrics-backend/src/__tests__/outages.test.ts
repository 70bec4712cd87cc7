import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { DatabaseUnderTest } from '../__testUtils__/DatabaseUnderTest';
import { findFreePort } from '../__testUtils__/freePort';
import { SettingsStore } from '../database';
import {
  ComponentStore,
  HeartbeatStore,
  MaintenanceStore,
  UptimeReporter,
} from '../uptime';

jest.setTimeout(900_000);

const BEAT_MS = 4_000;
const TWO_BEATS_MS = 2 * BEAT_MS;
const DATABASE_AWAY_MS = 60_000;
const TOKEN = 'an-observer-outside-with-this-token';
const REPLICAS = [0, 1, 2];

/** An outage as somebody with a clock of their own saw it, in ms. */
interface SeenOutage {
  from: number;
  to: number;
  cause: string;
}

describe('three backend processes on one PostgreSQL', () => {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-outages-'));
  const seen: SeenOutage[] = [];
  let database: DatabaseUnderTest;
  let knex: Knex;
  let replicas: BackendProcess[];
  let urls: string[];

  beforeAll(async () => {
    database = await DatabaseUnderTest.start('POSTGRES_18', directory);
    const ports: number[] = [];
    for (const _ of REPLICAS) {
      ports.push(await findFreePort());
    }
    urls = ports.map(port => `http://127.0.0.1:${port}`);
    replicas = REPLICAS.map(index => createReplica(index, ports[index]));
    await replicas[0].start();
    knex = database.connect();
    await Promise.all(replicas.slice(1).map(each => each.start()));
    await untilAllBeat();
  });

  afterAll(async () => {
    await knex?.destroy();
    await Promise.all((replicas ?? []).map(each => each.end('SIGKILL')));
    await database?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  function createReplica(index: number, port: number): BackendProcess {
    const own = join(directory, `replica-${index}`);
    mkdirSync(own);
    const restricted = {
      plugin: 'adoption-metrics',
      permission: 'adoption-metrics.uptime.report',
    };
    return new BackendProcess({
      directory: own,
      baseUrl: urls[index],
      config: {
        backend: {
          baseUrl: urls[index],
          listen: { host: '127.0.0.1', port },
          database: database.config,
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: TOKEN, subject: 'observer' },
                accessRestrictions: [restricted],
              },
            ],
          },
        },
        adoptionMetrics: { uptime: { heartbeat: `${BEAT_MS / 1_000}s` } },
      },
    });
  }

  /** Until each process has proven some time with more than one beat. */
  async function untilAllBeat(): Promise<void> {
    const since = Date.now();
    for (;;) {
      const rows = await knex('heartbeats')
        .where('last_beat_at', '>', since + BEAT_MS)
        .whereNull('closed_at');
      if (rows.length >= REPLICAS.length) {
        return;
      }
      await delay(200);
    }
  }

  function reporter(): UptimeReporter {
    return new UptimeReporter({
      store: new HeartbeatStore(knex),
      settings: new SettingsStore(knex),
      components: new ComponentStore(knex),
      maintenance: new MaintenanceStore(knex),
      gaps: 'down',
      excludeLate: false,
    });
  }

  /** In what the measured outages differ from those that were seen. */
  async function mistakes(): Promise<string[]> {
    const now = Date.now();
    const window = { from: now - 3_600_000, to: now };
    const { incidents, down } = await reporter().measure(window, now);
    const total = incidents.reduce((sum, each) => sum + each.to - each.from, 0);
    const found = down === total ? [] : [`${down} ms down, not ${total}`];
    for (let i = 0; i < Math.max(incidents.length, seen.length); i++) {
      found.push(...differences(incidents[i], seen[i]));
    }
    return found;
  }

  it('sees no downtime when one of them is killed', async () => {
    await replicas[0].end('SIGKILL');
    await delay(3 * BEAT_MS);
    await replicas[0].start();
    await untilAllBeat();
    expect(await mistakes()).toEqual([]);
  });

  it('sees no downtime while they are replaced one by one', async () => {
    for (const replica of replicas) {
      await replica.end('SIGTERM');
      await replica.start();
      await untilAllBeat();
    }
    expect(await mistakes()).toEqual([]);
    const closed = await knex('heartbeats').where('close_reason', 'shutdown');
    expect(closed).toHaveLength(REPLICAS.length);
  });

  it('sees no downtime while one of them stands still', async () => {
    replicas[1].signal('SIGSTOP');
    await delay(4 * BEAT_MS);
    expect(await mistakes()).toEqual([]);
    replicas[1].signal('SIGCONT');
    await untilAllBeat();
    expect(await mistakes()).toEqual([]);
    const again = await knex('heartbeats').where('seq', '>', 0);
    expect(again).toHaveLength(1);
  });

  it('sees the time for which all of them were dead', async () => {
    const from = Date.now();
    await Promise.all(replicas.map(each => each.end('SIGKILL')));
    await delay(3 * BEAT_MS);
    await replicas[0].start();
    seen.push({ from, to: Date.now(), cause: 'crash' });
    await Promise.all(replicas.slice(1).map(each => each.start()));
    await untilAllBeat();
    expect(await mistakes()).toEqual([]);
  });

  it('sees the time for which the database was away, once', async () => {
    const from = Date.now();
    await database.takeAway();
    await delay(DATABASE_AWAY_MS);
    await database.bringBack();
    seen.push({ from, to: Date.now(), cause: 'database' });
    await untilAllBeat();
    expect(await mistakes()).toEqual([]);
    const outages = await knex('heartbeats').where('state', 'database');
    expect(outages).toHaveLength(REPLICAS.length);
  });

  it('sees the time of a restart of all as planned', async () => {
    await Promise.all(replicas.map(each => each.end('SIGTERM')));
    const from = Date.now();
    await delay(2 * BEAT_MS);
    await replicas[0].start();
    seen.push({ from, to: Date.now(), cause: 'planned-restart' });
    await Promise.all(replicas.slice(1).map(each => each.start()));
    await untilAllBeat();
    expect(await mistakes()).toEqual([]);
  });

  it('keeps rows for what happened, not for the time that passed', async () => {
    const rows = await knex('heartbeats');
    const starts = 3 + 1 + 3 + 3 + 3;
    const sleeps = 1;
    const databaseAway = 2 * REPLICAS.length;
    expect(rows).toHaveLength(starts + sleeps + databaseAway);
  });

  it('takes checks of an observer whose token can do nothing else', async () => {
    const authorization = { Authorization: `Bearer ${TOKEN}` };
    const api = `${urls[2]}/api/adoption-metrics/v1`;
    const answer = await fetch(`${api}/uptime/checks`, {
      method: 'POST',
      headers: { ...authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ component: 'outside', state: 'up' }),
    });
    expect(answer.status).toBe(200);
    const read = await fetch(`${api}/uptime`, { headers: authorization });
    expect(read.status).toBe(403);
    const health = await fetch(`${api}/health`);
    expect(await health.json()).toMatchObject({ collecting: true });
  });
});

function differences(measured?: SeenOutage, seen?: SeenOutage): string[] {
  if (!measured || !seen || measured.cause !== seen.cause) {
    return [`${JSON.stringify(measured)} is not ${JSON.stringify(seen)}`];
  }
  const off = {
    from: measured.from - seen.from,
    to: measured.to - seen.to,
    length: measured.to - measured.from - (seen.to - seen.from),
  };
  return Object.entries(off)
    .filter(([, difference]) => Math.abs(difference) > TWO_BEATS_MS)
    .map(([what, difference]) => `${what} is off by ${difference} ms`);
}
