import {
  ApiBlueprint,
  AppRootElementBlueprint,
  appTreeApiRef,
  configApiRef,
  ExtensionDefinition,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { AnalyticsImplementationBlueprint } from '@backstage/plugin-app-react';
import { collectorApiRef } from './CollectorApi';
import { createCollector } from './createCollector';
import { installedPlugins } from './installed/installedPlugins';
import { PageLoadMeasurement } from './PageLoadMeasurement';
import { pageAt } from './pages';

const collectorApi = ApiBlueprint.make({
  name: 'collector',
  params: defineParams =>
    defineParams({
      api: collectorApiRef,
      deps: {
        configApi: configApiRef,
        identityApi: identityApiRef,
        fetchApi: fetchApiRef,
        appTreeApi: appTreeApiRef,
      },
      factory: ({ appTreeApi, ...apis }) =>
        createCollector(
          {
            ...apis,
            pageAt: path => pageAt(appTreeApi, path),
            installedPlugins: () => installedPlugins(appTreeApi),
          },
          window,
        ),
    }),
});

const interactions = AnalyticsImplementationBlueprint.make({
  params: define =>
    define({
      deps: { collector: collectorApiRef },
      factory: ({ collector }) => ({
        captureEvent: event => collector.captureEvent(event),
      }),
    }),
});

const pageLoads = AppRootElementBlueprint.make({
  name: 'page-loads',
  params: { element: <PageLoadMeasurement /> },
});

/**
 * The collector of active users and page load times. Both can be disabled by
 * extension id: `analytics:adoption-metrics` reports interactions,
 * `app-root-element:adoption-metrics/page-loads` page loads.
 */
export const collectorExtensions: ExtensionDefinition[] = [
  collectorApi,
  interactions,
  pageLoads,
];
