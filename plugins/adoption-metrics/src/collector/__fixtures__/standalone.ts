import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { CollectorApi } from '../CollectorApi';
import { CollectorDependencies, createCollector } from '../createCollector';

/**
 * The collector for a page without an app around it, which real browsers open
 * in the journeys.
 */
declare global {
  interface Window {
    /** What the page has of an app: whose session it is, and the fetch API. */
    session: { person(): string; token(): string };
    fetchApi: FetchApi;
    collector: CollectorApi;
  }
}

const { session, fetchApi } = window;

const dependencies = {
  configApi: {
    getOptionalString: () => undefined,
    getOptionalConfig: () => ({
      getOptionalBoolean: () => true,
      getOptionalStringArray: () => undefined,
      getOptionalNumber: () => undefined,
    }),
  },
  identityApi: {
    getBackstageIdentity: async () => ({ userEntityRef: session.person() }),
    getCredentials: async () => ({ token: session.token() }),
  },
  fetchApi,
  pageAt: (path: string) => {
    const pluginId = path.slice(1) || 'home';
    return { pluginId, extensionId: `page:${pluginId}` };
  },
  installedPlugins: () => [],
};

window.collector = createCollector(
  dependencies as unknown as CollectorDependencies,
  window,
);
window.collector.measurePageLoads();
