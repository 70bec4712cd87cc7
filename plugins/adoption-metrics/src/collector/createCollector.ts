import type {
  ConfigApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import { readBasePath } from './basePath';
import { Collector } from './Collector';
import type { CollectorApi } from './CollectorApi';
import { isEligible } from './eligibility';
import type { InstalledPlugin } from './installed/installedPlugins';
import type { PageFinder } from './pages';
import { watchRequests } from './requests';
import { readSettings } from './settings';

export interface CollectorDependencies {
  configApi: ConfigApi;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
  pageAt: PageFinder;
  /** The installed plugins; empty if unknown. */
  installedPlugins(): InstalledPlugin[];
}

const silentCollector: CollectorApi = {
  captureEvent() {},
  measurePageLoads() {},
  setOptedOut() {},
};

function create(
  dependencies: CollectorDependencies,
  page: Window,
): CollectorApi | undefined {
  const { configApi, ...apis } = dependencies;
  const { origin } = page.location;
  const settings = readSettings(configApi, origin);
  if (!isEligible(settings, page)) {
    return undefined;
  }
  const { log } = watchRequests(apis.fetchApi);
  try {
    return new Collector({
      ...apis,
      page,
      log,
      basePath: readBasePath(configApi, origin),
      samplesPageLoads: Math.random() < settings.pageLoadSampling,
      loadEngine: () => import('./engine'),
    });
  } catch (error) {
    log.close();
    throw error;
  }
}

/**
 * Creates the collector of this document. It does nothing if the document is
 * not to be reported. Never throws, so that the portal works without it.
 */
export function createCollector(
  dependencies: CollectorDependencies,
  page: Window,
): CollectorApi {
  let collector: CollectorApi | undefined;
  try {
    collector = create(dependencies, page);
  } catch (error) {
    // eslint-disable-next-line no-console
    console.error(`The adoption metrics collector is off: ${error}`);
  }
  return collector ?? silentCollector;
}
