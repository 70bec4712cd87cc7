import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RiLineChartLine } from '@remixicon/react';
import { adoptionMetricsApiRef, createClient } from './api';
import { collectorExtensions } from './collector';
import { entityStalenessCard } from './entity/entityCard';
import { scorecardWidget } from './card/homePageWidget';
import { pageExtensions } from './pages';
import { warnOldApps } from './warnOldApps';
import {
  definitionsRouteRef,
  developersRouteRef,
  diagnosticsRouteRef,
  digestRouteRef,
  entityRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  overviewRouteRef,
  deadlineRouteRef,
  rootRouteRef,
} from './routes';

const clientApi = ApiBlueprint.make({
  name: 'client',
  params: defineParams =>
    defineParams({
      api: adoptionMetricsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createClient(fetchApi),
    }),
});

/**
 * The frontend plugin. Installing the package is enough for an app that
 * discovers features; otherwise hand it to `createApp`.
 *
 * @public
 */
export const adoptionMetricsPlugin = createFrontendPlugin({
  pluginId: 'adoption-metrics',
  title: 'Adoption',
  icon: <RiLineChartLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    clientApi,
    scorecardWidget,
    entityStalenessCard,
    ...pageExtensions,
    // Their type, that of any extension, would hide the ids of the others.
    ...(collectorExtensions as []),
  ],
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    deadline: deadlineRouteRef,
    digest: digestRouteRef,
    ...metricRouteRefs,
    developers: developersRouteRef,
    myData: myDataRouteRef,
    definitions: definitionsRouteRef,
    diagnostics: diagnosticsRouteRef,
  },
  externalRoutes: { catalogEntity: entityRouteRef },
});

warnOldApps(adoptionMetricsPlugin);
