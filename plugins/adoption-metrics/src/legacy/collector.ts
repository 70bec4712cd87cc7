import {
  configApiRef,
  createApiFactory,
  fetchApiRef,
  identityApiRef,
  type AnalyticsEvent,
  type IdentityApi,
} from '@backstage/core-plugin-api';
import { collectorApiRef, type CollectorApi } from '../collector/CollectorApi';
import {
  createCollector,
  type CollectorDependencies,
} from '../collector/createCollector';
import {
  inOrder,
  type InstalledPlugin,
} from '../collector/installed/installedPlugins';
import { toNewEvent } from './events';
import { SeenPages } from './SeenPages';

type Apis = Omit<CollectorDependencies, 'pageAt' | 'installedPlugins'>;

/** The collector of an app of the old frontend system. */
export interface OldAppCollector extends CollectorApi {
  /** Says which plugins the app has, once they are known. */
  noteInstalled(plugins: InstalledPlugin[]): void;
  captureEvent(
    event: AnalyticsEvent | Parameters<CollectorApi['captureEvent']>[0],
  ): void;
}

// One a document, as its analytics need it before any plugin is known.
const collectors = new WeakMap<IdentityApi, OldAppCollector>();

/** The collector of the app, made at the first call. */
export function collectorOf(apis: Apis): OldAppCollector {
  const known = collectors.get(apis.identityApi);
  if (known) {
    return known;
  }
  const collector = createOldAppCollector(apis);
  collectors.set(apis.identityApi, collector);
  return collector;
}

function createOldAppCollector(apis: Apis): OldAppCollector {
  const pages = new SeenPages();
  let installed: InstalledPlugin[] = [];
  const { measurePageLoads, setOptedOut, captureEvent } = createCollector(
    {
      ...apis,
      pageAt: path => pages.at(path),
      installedPlugins: () => installed,
    },
    window,
  );
  return {
    measurePageLoads,
    setOptedOut,
    noteInstalled: plugins => {
      installed = inOrder(plugins);
    },
    captureEvent: event => {
      const converted = toNewEvent(event);
      pages.note(converted);
      captureEvent(converted);
    },
  };
}

/** What the collector needs of the app. */
export const collectorDeps = {
  configApi: configApiRef,
  identityApi: identityApiRef,
  fetchApi: fetchApiRef,
};

export const collectorApiFactory = createApiFactory({
  api: collectorApiRef,
  deps: collectorDeps,
  factory: collectorOf,
});
