import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { Backend } from '../backend/Backend';
import { Portal } from '../history/Portal';
import { personRef } from '../load/batches';
import { median } from '../statistics';
import { Views, viewsOf } from './views';

/** Requests that a browser makes to one server at a time. */
const CONNECTIONS = 6;
const WARM_UP_ROUNDS = 5;
const MOST_ROUNDS = 46;

/** A slow view is measured this long, but at least once. */
const PATIENCE_MS = 20_000;

/** How long each view takes, in ms: the median. */
export type Latencies = Partial<Record<keyof Views, number>>;

/** Shows one view of a portal to somebody who is signed in. */
export type Reader = (paths: string[]) => Promise<void>;

/**
 * Reads every view of some portals of the same system again and again, by
 * turns, so that what else happens on the machine happens to all of them.
 */
export async function measureLatencies(
  portals: Portal[],
): Promise<Latencies[]> {
  const backends = await Promise.all(portals.map(portal => portal.start()));
  const { pluginId } = portals[0].system;
  const readers = await Promise.all(
    backends.map(backend => openReader(backend, pluginId)),
  );
  const changes = await Promise.all(portals.map(prepareChange));
  const latencies: Latencies[] = portals.map(() => ({}));
  const views = Object.entries(viewsOf[pluginId](Date.now()));
  for (const [name, paths] of views as Array<[keyof Views, string[]]>) {
    const times = await medianTimes(
      readers.map((show, i) => ({
        before: changes[i].run,
        act: () => show(paths),
      })),
    );
    latencies.forEach((own, i) => Object.assign(own, { [name]: times[i] }));
  }
  await Promise.all(backends.map(backend => backend.stop()));
  await Promise.all(changes.map(({ close }) => close()));
  return latencies;
}

/** What makes a portal compute anew, so that no answer comes from a cache. */
async function prepareChange(portal: Portal) {
  const connection = await portal.connect();
  const { change } = portal.system;
  return {
    run: async () => {
      if (change) {
        await connection.run(change);
      }
    },
    close: () => connection.close(),
  };
}

/** Signs somebody in who reads over connections like those of a browser. */
export async function openReader(
  backend: Backend,
  pluginId: string,
): Promise<Reader> {
  const [token] = await backend.signIn([personRef(0)]);
  const pool = new Pool(backend.baseUrl, {
    connections: CONNECTIONS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async paths => {
    await Promise.all(
      paths.map(path => read(pool, `/api/${pluginId}${path}`, token)),
    );
  };
}

async function medianTimes(
  acts: Array<{ before(): Promise<void>; act(): Promise<void> }>,
): Promise<number[]> {
  const end = performance.now() + PATIENCE_MS;
  const times: number[][] = acts.map(() => []);
  do {
    for (const [i, { before, act }] of acts.entries()) {
      await before();
      const start = performance.now();
      await act();
      times[i].push(performance.now() - start);
    }
  } while (performance.now() < end && times[0].length < MOST_ROUNDS);
  return times.map(each =>
    median(each.length > WARM_UP_ROUNDS ? each.slice(WARM_UP_ROUNDS) : each),
  );
}

async function read(pool: Pool, path: string, token: string): Promise<void> {
  const answer = await pool.request({
    path,
    method: 'GET',
    // A server that is busy for seconds drops connections that are kept.
    reset: true,
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.body.text();
  if (answer.statusCode !== 200) {
    throw new Error(`${path} answers ${answer.statusCode}: ${body}`);
  }
}
