import { openApiDocument } from 'backstage-plugin-adoption-metrics-common/contract';
import { Router } from 'express';
import { createErrorHandler } from './errorHandler';

/** Everything below `/api/adoption-metrics`. */
export function createRouter(routers: Router[]): Router {
  const router = Router();
  router.get(['/openapi.json', '/v1/openapi.json'], (_req, res) => {
    res.json(openApiDocument);
  });
  for (const each of routers) {
    router.use('/v1', each);
  }
  router.use(createErrorHandler());
  return router;
}
