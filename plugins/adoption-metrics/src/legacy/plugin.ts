import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { adoptionMetricsApiRef, createClient } from '../api';
import { ScorecardFrame } from '../card/ScorecardFrame';
import { widget } from '../card/widget';
import { entityRouteRef, rootRouteRef } from '../routes';
import { AdoptionSidebarItem as SidebarItem } from './AdoptionSidebarItem';
import { collectorApiFactory } from './collector';
import { PageLoadReporter } from './PageLoadReporter';
import { forOldApps } from './forOldApps';

const mountPoint = convertLegacyRouteRef(rootRouteRef);

/**
 * The plugin as apps of the old frontend system know it. They find it through
 * its components; nothing has to be registered.
 *
 * @public
 */
export const adoptionMetricsPlugin = createPlugin({
  id: 'adoption-metrics',
  apis: [
    createApiFactory({
      api: adoptionMetricsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createClient(fetchApi),
    }),
    collectorApiFactory,
  ],
  routes: { root: mountPoint },
  externalRoutes: { catalogEntity: convertLegacyRouteRef(entityRouteRef) },
});

/**
 * The page with all its tabs, for a route at `/adoption`.
 *
 * @public
 */
export const AdoptionMetricsPage = adoptionMetricsPlugin.provide(
  createRoutableExtension({
    name: 'AdoptionMetricsPage',
    mountPoint,
    component: async () => {
      const { AdoptionMetricsPage: Page } = await import(
        './AdoptionMetricsPage'
      );
      return forOldApps(Page);
    },
  }),
);

/**
 * What is stored about the person who looks, and their choice not to be
 * counted, for a tab of the user settings.
 *
 * @public
 */
export const AdoptionMyData = adoptionMetricsPlugin.provide(
  createComponentExtension({
    name: 'AdoptionMyData',
    component: {
      lazy: async () => {
        const { MyDataPage } = await import('../pages/my-data/MyDataPage');
        return forOldApps(MyDataPage);
      },
    },
  }),
);

/**
 * The scorecard, for the homepage of `@backstage/plugin-home`. Saved layouts
 * know it by its name.
 *
 * @public
 */
export const AdoptionScorecard = adoptionMetricsPlugin.provide(
  createCardExtension<{}>({
    ...widget,
    components: async () => {
      const { ScorecardCard } = await import('../card/ScorecardCard');
      // The card's own header takes the place of the homepage's.
      const parts = {
        Content: forOldApps(ScorecardCard),
        Renderer: ScorecardFrame,
      };
      return parts;
    },
  }),
);

/**
 * Says on the page of an entity whether it is stale.
 *
 * @public
 */
export const EntityStalenessCard = adoptionMetricsPlugin.provide(
  createComponentExtension({
    name: 'EntityStalenessCard',
    component: {
      lazy: async () => {
        const { EntityStalenessCard: Card } = await import(
          '../entity/EntityStalenessCard'
        );
        return forOldApps(Card);
      },
    },
  }),
);

/**
 * Reports page load times. It shows nothing; put it below the app's router.
 *
 * @public
 */
export const AdoptionMetricsCollector = adoptionMetricsPlugin.provide(
  createComponentExtension({
    name: 'AdoptionMetricsCollector',
    component: { sync: PageLoadReporter },
  }),
);

/**
 * The entry of the page in the sidebar. Who may not read the metrics, or an
 * app without the page, does not have it.
 *
 * @public
 */
export const AdoptionSidebarItem = adoptionMetricsPlugin.provide(
  createComponentExtension({
    name: 'AdoptionSidebarItem',
    component: { sync: forOldApps(SidebarItem) },
  }),
);
