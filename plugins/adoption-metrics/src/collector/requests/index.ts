import { BodyEnds } from './BodyEnds';
import { RequestWatch } from './RequestWatch';
import { watchedFetch } from './watchFetch';
import { watchXhr } from './watchXhr';

const KEY = Symbol.for('adoption-metrics.request-watch');

type Page = typeof globalThis & { [KEY]?: RequestWatch };

/**
 * Watches the requests of the page, once. Must run before the app's fetch API
 * is made, which keeps the `fetch` it finds.
 */
export function installRequestWatch(): RequestWatch {
  const page: Page = globalThis;
  if (!page[KEY]) {
    const watch = new RequestWatch(new BodyEnds());
    if (page.fetch) {
      page.fetch = watchedFetch(page.fetch, watch);
    }
    watchXhr(page.XMLHttpRequest.prototype, watch);
    page[KEY] = watch;
  }
  return page[KEY];
}
