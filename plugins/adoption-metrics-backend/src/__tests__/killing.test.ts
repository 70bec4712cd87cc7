import { setTimeout as delay } from 'node:timers/promises';
import { LoadedPortal, PEOPLE } from '../__testUtils__/LoadedPortal';

jest.setTimeout(300_000);

/** Until requests under way have reached the backend, in ms; it gathers longer. */
const UNTIL_RECEIVED_MS = 20;

/**
 * Stored, to be sent again, or to be sent again because the same person has
 * several batches under way, which chance decides here.
 */
const ANSWERS = [200, 503, 429];

async function expectExactlyOnce(portal: LoadedPortal) {
  const { rollUps, recounted, ...rest } = await portal.settle();
  expect(rest).toEqual({
    lost: [],
    contradictions: [],
    unknown: 0,
    misattributed: [],
    people: PEOPLE,
  });
  expect(rollUps).toEqual(recounted);
}

// Under PostgreSQL, the trial `kill-one` does the same to replicas.
describe('ingest under SIGKILL, SQLite', () => {
  let portal: LoadedPortal | undefined;

  afterEach(() => portal?.stop());

  it('counts every acknowledged batch once when the backend is killed', async () => {
    portal = await LoadedPortal.start('SQLITE_3', 1);
    const { reporters, backend } = portal;
    for (const acknowledgements of [60, 400, 20]) {
      await reporters.acknowledge(acknowledgements);
      await backend.end('SIGKILL');
      await backend.start();
    }
    await reporters.acknowledge(300);
    await expectExactlyOnce(portal);
    expect(reporters.results.get('no answer')).toBeGreaterThan(3);
    expect(reporters.results.get(500)).toBeUndefined();
  });

  it('loses nothing and answers everyone when the backend is stopped', async () => {
    portal = await LoadedPortal.start('SQLITE_3', 2);
    const { reporters, backend } = portal;
    await reporters.acknowledge(200);
    const inFlight = reporters.inFlight();
    await delay(UNTIL_RECEIVED_MS);
    const ended = backend.end('SIGTERM');
    const stopped = reporters.stop();
    for (const result of await Promise.all(inFlight)) {
      expect(ANSWERS).toContain(result);
    }
    expect(await ended).toEqual({ code: 0, signal: null });
    await stopped;
    await backend.start();
    reporters.start();
    await reporters.acknowledge(100);
    await expectExactlyOnce(portal);
    expect(reporters.results.get(500)).toBeUndefined();
  });
});
