import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import type { PageFinder, PageOrigin } from '../collector/pages';
import { NO_PLUGIN } from './events';

/** A page that the portal has made itself, outside of any plugin. */
const OWN_PAGE: PageOrigin = { pluginId: 'app', extensionId: 'page:app' };

/** Pages that are remembered; people leave most of them for good. */
const MOST_PAGES = 100;

/**
 * What is shown where, as the tracker of an app of the old frontend system has
 * said at each view. Such an app has no tree that could be asked.
 */
export class SeenPages {
  #pages = new Map<string, PageOrigin>();

  note({ action, subject, context }: AnalyticsEvent): void {
    const path = subject.split(/[?#]/, 1)[0];
    if (action !== 'navigate') {
      return;
    }
    if (this.#pages.size >= MOST_PAGES) {
      this.#pages.clear();
    }
    if (context.pluginId !== NO_PLUGIN) {
      const { pluginId, extensionId } = context;
      this.#pages.set(path, { pluginId, extensionId });
    } else if (path !== '/') {
      // Nothing of a plugin at the base path is mostly a redirect.
      this.#pages.set(path, OWN_PAGE);
    }
  }

  readonly at: PageFinder = path => this.#pages.get(path);
}
