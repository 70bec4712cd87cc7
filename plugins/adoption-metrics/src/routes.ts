import {
  createExternalRouteRef,
  createRouteRef,
  type RouteRef,
} from '@backstage/frontend-plugin-api';
import {
  metricIds,
  type MetricId,
  type RecommendedAction,
} from 'backstage-plugin-adoption-metrics-common';

export const rootRouteRef = createRouteRef();
export const overviewRouteRef = createRouteRef();
export const deadlineRouteRef = createRouteRef();
export const decisionRouteRef = createRouteRef();
export const alertsRouteRef = createRouteRef();
export const settingsRouteRef = createRouteRef();
export const reportRouteRef = createRouteRef();
export const myDataRouteRef = createRouteRef();

/** The page of each metric. */
export const metricRouteRefs = Object.fromEntries(
  metricIds.map(id => [id, createRouteRef()]),
) as Record<MetricId, RouteRef<undefined>>;

/** The pages to which recommended actions lead. */
export const pageRouteRefs: Record<
  RecommendedAction['page'],
  RouteRef<undefined>
> = {
  ...metricRouteRefs,
  deadline: deadlineRouteRef,
  decision: decisionRouteRef,
  alerts: alertsRouteRef,
  settings: settingsRouteRef,
};

/** The page of an entity, wherever the app has it; usually the catalog's. */
export const entityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});
