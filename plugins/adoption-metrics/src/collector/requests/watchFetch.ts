import type { RequestWatch } from './RequestWatch';

type Fetch = typeof globalThis.fetch;

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

function report(
  watch: RequestWatch,
  args: Parameters<Fetch>,
  response: Promise<Response>,
): void {
  const { method, url } = describe(...args);
  const request = watch.begin(method, url);
  if (request) {
    response.then(request.answered, request.ended).catch(() => {});
  }
}

/** A `fetch` that behaves as the given one and tells the watch. */
export function watchedFetch(original: Fetch, watch: RequestWatch): Fetch {
  return function fetch(this: unknown, ...args: Parameters<Fetch>) {
    const response = original.apply(this as typeof globalThis, args);
    try {
      report(watch, args, response);
    } catch {
      // What cannot be described is not watched.
    }
    return response;
  };
}
