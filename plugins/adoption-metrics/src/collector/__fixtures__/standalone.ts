import type { CollectorApi } from '../CollectorApi';
import { CollectorDependencies, createCollector } from '../createCollector';
import { installRequestWatch } from '../requests';

/**
 * The collector for a page without an app around it, which real browsers open
 * in the journeys. Whose session it is stands in the storage, as tabs share it.
 */
declare global {
  interface Window {
    collector: CollectorApi;
  }
}

const person = () => localStorage.getItem('person') ?? 'user:default/ada';
const token = () => `header.${btoa(JSON.stringify({ sub: person() }))}.end`;

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
    getBackstageIdentity: async () => ({ userEntityRef: person() }),
    getCredentials: async () => ({ token: token() }),
  },
  fetchApi: {
    fetch: (address: string, init: RequestInit) =>
      fetch(address.replace('plugin://', '/api/'), {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token()}` },
      }),
  },
  pageAt: (path: string) => {
    const pluginId = path.slice(1) || 'home';
    return { pluginId, extensionId: `page:${pluginId}` };
  },
};

installRequestWatch();
window.collector = createCollector(
  dependencies as unknown as CollectorDependencies,
  window,
);
window.collector.measurePageLoads();
