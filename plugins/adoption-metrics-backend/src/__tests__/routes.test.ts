import { routeKeys } from 'backstage-plugin-adoption-metrics-common/contract';
import { createAlertRoutes } from '../alerts/routes';
import { createActivityRoutes, createEventRoutes } from '../activity';
import { createCatalogRoutes } from '../catalog/routes';
import { createDigestRoutes } from '../digest/routes';
import { createImportRoutes } from '../history/imports/routes';
import { createPageLoadRoutes } from '../pageLoad';
import { createPeopleRoutes } from '../people';
import { createAnnotationRoutes, createDeadlineRoutes } from '../deadline';
import { createAnswerRoutes } from '../decision/answers/createAnswers';
import { createChecklistRoutes } from '../decision/checklist/routes';
import { createChoices } from '../decision/choices';
import { createMoneyRoutes } from '../decision/money/routes';
import { createOptions } from '../decision/options';
import { createPlans } from '../decision/plans';
import { createPortalRoutes } from '../decision/portals/routes';
import { createProofRoutes } from '../decision/proofs/routes';
import { createNumberRoutes } from '../decision/published/routes';
import { createReport } from '../decision/report';
import { createDiagnostics } from '../scorecard';
import { createScorecardRoutes } from '../scorecard/routes';
import { createUptimeRoutes } from '../uptime';

describe('routes', () => {
  it('are those of the contract, all of them and no others', () => {
    const none = {} as never;
    const running = [
      ...Object.keys(createActivityRoutes(none)),
      ...Object.keys(createAlertRoutes(none, none)),
      ...Object.keys(createAnnotationRoutes(none)),
      ...Object.keys(createCatalogRoutes({ cursors: () => none } as never)),
      ...Object.keys(
        createDiagnostics({ clock: none, parts: [], warnings: [] }).part.routes,
      ),
      ...Object.keys(createDigestRoutes(none)),
      ...Object.keys(createEventRoutes(none)),
      ...Object.keys(createImportRoutes(none)),
      ...Object.keys(createPageLoadRoutes(none, none)),
      'GET /openapi.json',
      ...Object.keys(createPeopleRoutes(none)),
      ...Object.keys(createDeadlineRoutes(none)),
      ...Object.keys(createAnswerRoutes(none)),
      ...Object.keys(createChecklistRoutes(none)),
      ...Object.keys(createChoices(none).part.routes),
      ...Object.keys(createMoneyRoutes(none)),
      ...Object.keys(createNumberRoutes(none)),
      ...Object.keys(createOptions(none).part.routes),
      ...Object.keys(createPlans(none).part.routes),
      ...Object.keys(createPortalRoutes(none)),
      ...Object.keys(createProofRoutes(none)),
      ...Object.keys(createReport(none).part.routes),
      ...Object.keys(createScorecardRoutes(none)),
      ...Object.keys(createUptimeRoutes(none)),
    ];
    expect(running.sort()).toEqual([...routeKeys].sort());
  });
});
