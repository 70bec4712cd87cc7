import { createRouteRef, type RouteRef } from '@backstage/frontend-plugin-api';
import type { MetricId } from 'backstage-plugin-adoption-metrics-common';

export const rootRouteRef = createRouteRef();
export const overviewRouteRef = createRouteRef();
export const programmeRouteRef = createRouteRef();
export const definitionsRouteRef = createRouteRef();
export const developersRouteRef = createRouteRef();
export const myDataRouteRef = createRouteRef();
export const diagnosticsRouteRef = createRouteRef();

export const figureRouteRefs: Record<MetricId, RouteRef<undefined>> = {
  'active-users': createRouteRef(),
  'page-load': createRouteRef(),
  uptime: createRouteRef(),
  'stale-entities': createRouteRef(),
};
