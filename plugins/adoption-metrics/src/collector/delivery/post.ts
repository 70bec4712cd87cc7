import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BatchOutcome,
  EventBatch,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import type { StoredBatch } from './StoredBatch';

const BACKEND = 'plugin://adoption-metrics/v1';
const TIMEOUT_MS = 30_000;

/** What became of an attempt to send a batch. */
export type PostResult =
  | { outcome: 'confirmed' | 'refused' | 'too-large' | 'opted-out' }
  | { outcome: 'later'; retryAfterMs?: number };

const LATER = new Set([401, 404, 408, 425, 429]);

/** Reads a `Retry-After` header, in seconds or as a date. */
export function readRetryAfter(
  value: string | null,
  now: number,
): number | undefined {
  if (!value) {
    return undefined;
  }
  const seconds = Number(value);
  const wait = Number.isNaN(seconds)
    ? Date.parse(value) - now
    : seconds * 1_000;
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}

// An answer that cannot be read still says that the batch was taken.
async function hasOptedOut(response: Response): Promise<boolean> {
  try {
    const outcome: BatchOutcome = await response.json();
    return outcome.optedOut === true;
  } catch {
    return false;
  }
}

async function toResult(response: Response): Promise<PostResult> {
  const { ok, status } = response;
  if (ok) {
    const isOut = await hasOptedOut(response);
    return { outcome: isOut ? 'opted-out' : 'confirmed' };
  }
  if (status === 413) {
    return { outcome: 'too-large' };
  }
  if (status >= 500 || LATER.has(status)) {
    const header = response.headers.get('Retry-After');
    const retryAfterMs = readRetryAfter(header, Date.now());
    return { outcome: 'later', retryAfterMs };
  }
  return { outcome: 'refused' };
}

async function withTimeout<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    return await work(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a batch once, with a fresh token. Never throws. */
export async function postBatch(
  fetchApi: FetchApi,
  batch: StoredBatch,
  keepalive: boolean,
): Promise<PostResult> {
  const { batchId, events } = batch;
  const body: EventBatch = { batchId, events };
  try {
    return await withTimeout(async signal => {
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        keepalive,
        signal,
      };
      return toResult(await fetchApi.fetch(`${BACKEND}/events`, init));
    });
  } catch {
    return { outcome: 'later' };
  }
}

/** Whether the signed-in person is opted out; true where that is unknown. */
export async function isOptedOut(fetchApi: FetchApi): Promise<boolean> {
  try {
    return await withTimeout(async signal => {
      const response = await fetchApi.fetch(`${BACKEND}/me`, { signal });
      const me: Partial<MyData> = response.ok ? await response.json() : {};
      return me.optedOut !== false;
    });
  } catch {
    return true;
  }
}
