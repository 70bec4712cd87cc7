import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { EventBatch } from 'backstage-plugin-adoption-metrics-common';
import type { StoredBatch } from './StoredBatch';

/** Where batches go; also how the collector recognises its own requests. */
export const EVENTS_PATH = '/v1/events';
const TIMEOUT_MS = 30_000;

/** What became of an attempt to send a batch. */
export type PostResult =
  | { outcome: 'confirmed' | 'refused' | 'too-large' }
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

function toResult(response: Response): PostResult {
  const { ok, status } = response;
  if (ok) {
    return { outcome: 'confirmed' };
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

async function attempt(
  fetchApi: FetchApi,
  batch: StoredBatch,
  init: RequestInit,
): Promise<PostResult> {
  const body: EventBatch = { batchId: batch.batchId, events: batch.events };
  const response = await fetchApi.fetch(
    `plugin://adoption-metrics${EVENTS_PATH}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...init,
    },
  );
  return toResult(response);
}

/** Sends a batch once, with a fresh token. Never throws. */
export async function postBatch(
  fetchApi: FetchApi,
  batch: StoredBatch,
  keepalive: boolean,
): Promise<PostResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const { signal } = abort;
    return await attempt(fetchApi, batch, { keepalive, signal });
  } catch {
    return { outcome: 'later' };
  } finally {
    clearTimeout(timer);
  }
}
