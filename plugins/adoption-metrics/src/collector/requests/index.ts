import type { FetchApi } from '@backstage/frontend-plugin-api';
import { BodyEnds } from './BodyEnds';
import { RequestWatch } from './RequestWatch';
import { watchedFetch } from './watchFetch';

/**
 * Observes requests that plugins make through the app's fetch API. The
 * browser's own `fetch` is not wrapped, because this file would appear in the
 * stack traces of all failing requests.
 */
export function watchRequests(fetchApi: FetchApi): RequestWatch {
  const watch = new RequestWatch(new BodyEnds());
  try {
    fetchApi.fetch = watchedFetch(fetchApi.fetch, watch);
  } catch {
    // The API cannot be changed, so loads are measured without requests.
  }
  return watch;
}
