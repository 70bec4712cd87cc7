import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { personRef } from '../load/batches';
import { Portal } from '../history/Portal';
import { median } from '../statistics';
import { Views, viewsOf } from './views';

/** Requests that a browser makes to one server at a time. */
const CONNECTIONS = 6;
const WARM_UP_ROUNDS = 5;
const MOST_ROUNDS = 41;

/** A slow view is measured this long, but at least once. */
const PATIENCE_MS = 20_000;

/** How long each view takes, in ms: the median. */
export type Latencies = Partial<Record<keyof Views, number>>;

/** Starts the portal and reads every view again and again. */
export async function measureLatencies(portal: Portal): Promise<Latencies> {
  const backend = await portal.start();
  const { pluginId } = portal.system;
  const [token] = await backend.signIn([personRef(0)]);
  const pool = new Pool(backend.baseUrl, {
    connections: CONNECTIONS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const latencies: Latencies = {};
  const views = Object.entries(viewsOf[pluginId](Date.now()));
  for (const [name, paths] of views as Array<[keyof Views, string[]]>) {
    latencies[name] = await medianTime(() =>
      Promise.all(
        paths.map(path => read(pool, `/api/${pluginId}${path}`, token)),
      ),
    );
  }
  await pool.close();
  await backend.stop();
  return latencies;
}

async function medianTime(act: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + PATIENCE_MS;
  const times: number[] = [];
  do {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  } while (
    performance.now() < end &&
    times.length < WARM_UP_ROUNDS + MOST_ROUNDS
  );
  return median(
    times.length > WARM_UP_ROUNDS ? times.slice(WARM_UP_ROUNDS) : times,
  );
}

async function read(pool: Pool, path: string, token: string): Promise<void> {
  const answer = await pool.request({
    path,
    method: 'GET',
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.body.text();
  if (answer.statusCode !== 200) {
    throw new Error(`${path} answers ${answer.statusCode}: ${body}`);
  }
}
