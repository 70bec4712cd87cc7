import { OpenApiPaths } from './operations';
import { activityPaths } from './paths/activity';
import { alertPaths } from './paths/alerts';
import { catalogPaths } from './paths/catalog';
import { digestPaths } from './paths/digest';
import { eventPaths } from './paths/events';
import { pageLoadPaths } from './paths/pageLoad';
import { peoplePaths } from './paths/people';
import { programmePaths } from './paths/programme';
import { scorecardPaths } from './paths/scorecard';
import { uptimePaths } from './paths/uptime';

/**
 * An OpenAPI 3.1 document.
 *
 * @public
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: Array<{ url: string }>;
  paths: OpenApiPaths;
  components: { securitySchemes: Record<string, object> };
  security: Array<Record<string, string[]>>;
}

/**
 * Describes the REST API below `/api/adoption-metrics/v1`. The backend serves
 * it at `/openapi.json`; tests hold it against the running routes.
 *
 * @public
 */
export const openApiDocument: OpenApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Adoption Metrics',
    version: '1',
    description:
      'Whether a Backstage portal is being adopted: active users, page load time, uptime and stale catalog entities, each with a target and a history.',
  },
  servers: [{ url: '/api/adoption-metrics/v1' }],
  security: [{ backstage: [] }],
  components: {
    securitySchemes: {
      backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
  paths: {
    ...scorecardPaths,
    ...activityPaths,
    ...digestPaths,
    ...eventPaths,
    ...pageLoadPaths,
    ...peoplePaths,
    ...uptimePaths,
    ...catalogPaths,
    ...programmePaths,
    ...alertPaths,
  },
};
