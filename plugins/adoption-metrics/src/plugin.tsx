import {
  ApiBlueprint,
  createFrontendPlugin,
  type ExtensionDefinition,
  type ExternalRouteRef,
  fetchApiRef,
  type OverridableFrontendPlugin,
  type RouteRef,
} from '@backstage/frontend-plugin-api';
import { adoptionMetricsApiRef, createClient } from './api';
import { collectorExtensions } from './collector';
import { entityStalenessCard } from './entity/entityCard';
import { scorecardWidget } from './card/homePageWidget';
import { pageExtensions } from './pages';
import { warnOldApps } from './warnOldApps';
import {
  alertsRouteRef,
  deadlineRouteRef,
  decisionRouteRef,
  entityRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  overviewRouteRef,
  reportRouteRef,
  rootRouteRef,
  settingsRouteRef,
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

/** A tab of the page at `/adoption`, by the name of its extension. @public */
export type AdoptionMetricsTab =
  | 'overview'
  | 'active-users'
  | 'page-load'
  | 'uptime'
  | 'catalog'
  | 'deadline'
  | 'decision'
  | 'alerts'
  | 'settings';

/** The ids under which an app finds and overrides extensions. @public */
export type AdoptionMetricsExtensionId =
  | 'api:adoption-metrics/client'
  | 'home-page-widget:adoption-metrics/scorecard'
  | 'entity-card:adoption-metrics/staleness'
  | 'page:adoption-metrics'
  | `sub-page:adoption-metrics/${AdoptionMetricsTab}`
  | 'page:adoption-metrics/report'
  | 'page:adoption-metrics/me'
  | 'sub-page:adoption-metrics/user-settings'
  | 'api:adoption-metrics/collector'
  | 'analytics:adoption-metrics'
  | 'app-root-element:adoption-metrics/page-loads';

/**
 * The type of the plugin. It is written out, because what would be inferred
 * names packages that are not everybody's, and differs from one release of
 * Backstage to the next.
 *
 * @public
 */
export type AdoptionMetricsPlugin = OverridableFrontendPlugin<
  Record<
    AdoptionMetricsTab | 'root' | 'report' | 'myData',
    RouteRef<undefined>
  >,
  {
    catalogEntity: ExternalRouteRef<{
      namespace: string;
      kind: string;
      name: string;
    }>;
  },
  Record<AdoptionMetricsExtensionId, ExtensionDefinition>
>;

/**
 * The frontend plugin. Installing the package is enough for an app that
 * discovers features; otherwise hand it to `createApp`.
 *
 * @public
 */
export const adoptionMetricsPlugin: AdoptionMetricsPlugin =
  createFrontendPlugin({
    pluginId: 'adoption-metrics',
    title: 'Adoption',
    info: { packageJson: () => import('../package.json') },
    extensions: [
      clientApi,
      scorecardWidget,
      entityStalenessCard,
      ...pageExtensions,
      ...collectorExtensions,
    ],
    routes: {
      root: rootRouteRef,
      overview: overviewRouteRef,
      'active-users': metricRouteRefs['active-users'],
      'page-load': metricRouteRefs['page-load'],
      uptime: metricRouteRefs.uptime,
      catalog: metricRouteRefs['stale-entities'],
      deadline: deadlineRouteRef,
      decision: decisionRouteRef,
      alerts: alertsRouteRef,
      settings: settingsRouteRef,
      report: reportRouteRef,
      myData: myDataRouteRef,
    },
    externalRoutes: { catalogEntity: entityRouteRef },
  });

warnOldApps(adoptionMetricsPlugin);
