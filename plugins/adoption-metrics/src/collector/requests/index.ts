import type { FetchApi } from '@backstage/frontend-plugin-api';
import { BodyEnds } from './BodyEnds';
import { RequestWatch } from './RequestWatch';
import { watchedFetch } from './watchFetch';

/**
 * Watches the requests that plugins make through the app's fetch API, whichever
 * that is. The browser's own `fetch` stays as it is: wrapped, it would put this
 * file on top of the stack of everybody's failing request.
 */
export function watchRequests(fetchApi: FetchApi): RequestWatch {
  const watch = new RequestWatch(new BodyEnds());
  try {
    fetchApi.fetch = watchedFetch(fetchApi.fetch, watch);
  } catch {
    // An API that cannot be changed: loads end without regard to requests.
  }
  return watch;
}
