import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  BatchOutcome,
  EventBatch,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import type { StoredBatch } from './StoredBatch';

const BACKEND = 'plugin://adoption-metrics/v1';
const TIMEOUT_MS = 30_000;

/** The result of an attempt to send a batch. */
export type PostResult =
  | { outcome: 'confirmed' | 'refused' | 'too-large' | 'opted-out' }
  | { outcome: 'later'; retryAfterMs?: number };

const LATER = new Set([401, 404, 408, 425, 429]);

/** Parses a `Retry-After` header, in seconds or as a date. */
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

async function readJson<T>(response: Response): Promise<Partial<T>> {
  try {
    return (await response.json()) ?? {};
  } catch {
    return {};
  }
}

// Proxies may respond instead of the backend, with a sign-in page, a status, or
// JSON of their own. Only a response that contains the batch id is an outcome.
async function toResult(
  response: Response,
  { batchId }: StoredBatch,
): Promise<PostResult> {
  const { ok, status } = response;
  if (ok) {
    const outcome = await readJson<BatchOutcome>(response);
    if (outcome.batchId !== batchId) {
      return { outcome: 'later' };
    }
    return { outcome: outcome.optedOut ? 'opted-out' : 'confirmed' };
  }
  if (status === 413) {
    return { outcome: 'too-large' };
  }
  if (status < 500 && !LATER.has(status) && (await isRefusal(response))) {
    return { outcome: 'refused' };
  }
  const header = response.headers.get('Retry-After');
  return { outcome: 'later', retryAfterMs: readRetryAfter(header, Date.now()) };
}

/** Whether the response is an error from our plugin, in Backstage's format. */
async function isRefusal(response: Response): Promise<boolean> {
  const body = await readJson<ErrorBody>(response);
  return (
    typeof body.error?.name === 'string' &&
    body.response?.statusCode === response.status &&
    body.request?.url?.endsWith('/events') === true
  );
}

/** The body of errors in Backstage. */
interface ErrorBody {
  error?: { name?: unknown };
  request?: { url?: string };
  response?: { statusCode?: unknown };
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
      const response = await fetchApi.fetch(`${BACKEND}/events`, init);
      return toResult(response, batch);
    });
  } catch {
    return { outcome: 'later' };
  }
}

/** Whether the user has opted out; true if unknown. */
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
