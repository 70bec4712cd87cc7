import { Knex } from 'knex';
import { deleteExpired } from '../database/deleteExpired';
import { DAY_MS } from '../time';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { uptimeRetention } from './retention';

const databases = createTestDatabases();
const limit = Date.UTC(2026, 10, 23);
const { signal } = new AbortController();

describe.each(databases.eachSupportedId())('uptimeRetention, %p', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.create(id);
  });

  async function remainingOf(table: string, rows: object[], column: string) {
    await knex(table).insert(rows);
    for (const rule of uptimeRetention) {
      for (const each of rule.deletes ?? []) {
        if (each.table === table) {
          await deleteExpired(knex, each, { limit, signal });
        }
      }
    }
    return knex(table).pluck(column);
  }

  it('keeps an interval that began long ago and lasts', async () => {
    const beat = (instance: string, from: number, to: number) => ({
      instance_id: instance,
      seq: 0,
      started_at: limit + from * DAY_MS,
      last_beat_at: limit + to * DAY_MS,
      period_ms: 15_000,
    });
    const rows = [beat('over', -20, -1), beat('lasts', -400, 0)];
    expect(await remainingOf('heartbeats', rows, 'instance_id')).toEqual([
      'lasts',
    ]);
  });

  it('keeps states, maintenance, notes and ids by their end', async () => {
    const states = [-1, 0].map(to => ({
      component_id: 1,
      from_at: limit + (to - 50) * DAY_MS,
      to_at: limit + to * DAY_MS,
      state: 'up',
      counts: true,
    }));
    expect(
      (await remainingOf('component_states', states, 'to_at')).map(Number),
    ).toEqual([limit]);
    const windows = [-1, 0].map(to => ({
      from_at: limit + (to - 2) * DAY_MS,
      to_at: limit + to * DAY_MS,
      declared_at: 0,
      reason: 'upgrade',
    }));
    expect(
      (await remainingOf('maintenance_windows', windows, 'to_at')).map(Number),
    ).toEqual([limit]);
    const notes = [-1, 0].map(day => ({
      moment_at: limit + day * DAY_MS,
      written_at: 0,
      note: 'disk full',
    }));
    expect(
      (await remainingOf('incident_notes', notes, 'moment_at')).map(Number),
    ).toEqual([limit]);
    const checks = [-1, 0].map(day => ({
      component_id: 1,
      check_id: String(day),
      received_at: limit + day * DAY_MS,
    }));
    expect(await remainingOf('uptime_checks', checks, 'check_id')).toEqual([
      '0',
    ]);
  });
});
