import type {
  ConfigApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import { readBasePath } from './basePath';
import { Collector } from './Collector';
import type { CollectorApi } from './CollectorApi';
import { isEligible } from './eligibility';
import type { PageFinder } from './pages';
import { installRequestWatch } from './requests';
import { readSettings } from './settings';

export interface CollectorDependencies {
  configApi: ConfigApi;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
  pageAt: PageFinder;
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
  return new Collector({
    ...apis,
    page,
    log: installRequestWatch().log,
    basePath: readBasePath(configApi, origin),
    samplesPageLoads: Math.random() < settings.pageLoadSampling,
    loadEngine: () => import('./engine'),
  });
}

/**
 * Makes the collector of this document, or one that does nothing where the
 * document is not to be reported. Never throws: the portal works without it.
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
  if (!collector) {
    installRequestWatch().log.close();
  }
  return collector ?? silentCollector;
}
