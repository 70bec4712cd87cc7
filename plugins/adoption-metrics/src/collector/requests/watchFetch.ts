import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { RequestWatch } from './RequestWatch';

type Fetch = FetchApi['fetch'];

function withoutFragment(url: string): string {
  return url.split('#', 1)[0];
}

function describe(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): { method: string; url: string } {
  const isRequest = typeof input === 'object' && 'method' in input;
  const href = new URL(isRequest ? input.url : input, document.baseURI).href;
  const method = init?.method ?? (isRequest ? input.method : 'GET');
  return { method, url: withoutFragment(href) };
}

/** Wraps a `fetch` function, and reports its requests. */
export function watchedFetch(original: Fetch, watch: RequestWatch): Fetch {
  return function watched(this: unknown, ...args: Parameters<Fetch>) {
    // Read first, because resource timing starts within the call.
    const at = performance.now();
    const response = original.apply(this as FetchApi, args);
    try {
      const request = watch.begin({ ...describe(...args), at });
      if (request) {
        response.then(request.answered, request.ended).catch(() => {});
      }
    } catch {
      // Requests that cannot be described are not observed.
    }
    return response;
  };
}
