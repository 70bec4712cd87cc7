import { routeKeys } from 'backstage-plugin-adoption-metrics-common/contract';
import { Router } from 'express';
import { createAlertRouter, createMuteRouter } from '../alerts';
import { createActivityRoutes, createEventRoutes } from '../activity';
import { createCatalogRoutes } from '../catalog/routes';
import { createDigestRouter } from '../digest';
import { createPageLoadRoutes } from '../pageLoad';
import { createPeopleRoutes } from '../people';
import { createAnnotationRoutes, createDeadlineRoutes } from '../deadline';
import { createDecisionRoutes } from '../decision';
import { createDiagnostics } from '../scorecard';
import { createScorecardRoutes } from '../scorecard/routes';
import { createUptimeRoutes } from '../uptime';

type Layer = { route?: { path: string; methods: Record<string, boolean> } };

function routesOf(router: Router): string[] {
  return (router.stack as Layer[]).flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map(
          method =>
            `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : [],
  );
}

describe('routes', () => {
  it('are those of the contract, all of them and no others', () => {
    const none = {} as never;
    const running = [
      ...Object.keys(createActivityRoutes(none)),
      ...routesOf(createAlertRouter(none)),
      ...Object.keys(createAnnotationRoutes(none)),
      ...Object.keys(createCatalogRoutes({ cursors: () => none } as never)),
      ...Object.keys(createDiagnostics({ clock: none, parts: [] }).part.routes),
      ...routesOf(createDigestRouter(none)),
      ...Object.keys(createEventRoutes(none)),
      ...routesOf(createMuteRouter(none)),
      ...Object.keys(createPageLoadRoutes(none)),
      'GET /openapi.json',
      ...Object.keys(createPeopleRoutes(none)),
      ...Object.keys(createDeadlineRoutes(none)),
      ...Object.keys(createDecisionRoutes(none)),
      ...Object.keys(createScorecardRoutes(none)),
      ...Object.keys(createUptimeRoutes(none)),
    ];
    expect(running.sort()).toEqual([...routeKeys].sort());
  });
});
