import { mockServices } from '@backstage/backend-test-utils';
import { HistorySource } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ReportingZone, SettableClock } from '../time';
import { HistoryImporter } from './HistoryImporter';
import { HistoryStage } from './HistoryPlayer';
import { SampleHistoryStore } from '../samples/SampleHistoryStore';

const databases = createTestDatabases();
const DAY = 86_400_000;
const NOW = Date.parse('2026-03-10T12:00:00.000Z');

type AskedInterval = Parameters<HistorySource['events']>[0];

async function setUp() {
  const knex = await databases.create('SQLITE_3');
  const settings = new SettingsStore(knex);
  const zone = ReportingZone.create('UTC');
  const store = new SampleHistoryStore(settings, zone);
  const asked: AskedInterval[] = [];
  const source: HistorySource = {
    id: 'test',
    label: 'Test',
    heartbeatPeriod: 1_000,
    startsAt: end => end - 100 * DAY,
    *events(interval) {
      asked.push(interval);
      yield { at: interval.from, type: 'heartbeat', instanceId: 'crashed' };
      yield { at: interval.to - 500, type: 'heartbeat', instanceId: 'beating' };
    },
  };
  const stage: HistoryStage = {
    attributes: [],
    clock: new SettableClock(),
    zone,
    knex,
    kinds: [],
    developers: {} as never,
    scanner: {} as never,
    createIngest: () => ({} as never),
    setDeadline: async () => {},
    annotate: async () => {},
    noteIncident: async () => {},
    recordPortal: async () => {},
    commit: async () => [],
  };
  const startPortal = (now: number, signal = new AbortController().signal) =>
    new HistoryImporter({
      source,
      stage,
      store,
      settings,
      clock: { now: () => now },
      logger: mockServices.logger.mock(),
      lastBeatAt: undefined,
    }).run(signal);
  return { knex, asked, store, startPortal };
}

describe('HistoryImporter, SQLITE_3', () => {
  it('goes on where it stopped, in the same history', async () => {
    const { asked, store, startPortal } = await setUp();
    await startPortal(NOW);
    await startPortal(NOW + 40 * DAY);
    const start = NOW - 100 * DAY;
    expect(asked).toEqual([
      { start, from: start, to: NOW },
      { start, from: NOW, to: NOW + 40 * DAY },
    ]);
    expect(await store.read()).toEqual({
      label: 'Test',
      from: start,
      until: NOW + 40 * DAY,
    });
  });

  it('imports the same history again after it was interrupted', async () => {
    const { asked, startPortal } = await setUp();
    await expect(startPortal(NOW, AbortSignal.abort())).rejects.toThrow();
    await startPortal(NOW + DAY);
    expect(asked.at(-1)).toEqual({
      start: NOW - 100 * DAY,
      from: NOW - 100 * DAY,
      to: NOW + DAY,
    });
  });

  it('ends the processes that still beat, and no others', async () => {
    const { knex, startPortal } = await setUp();
    await startPortal(NOW);
    const closed = await knex('heartbeats').whereNotNull('closed_at');
    expect(closed).toEqual([
      expect.objectContaining({
        instance_id: expect.stringMatching(/^beating@/),
        closed_at: NOW,
      }),
    ]);
  });
});
