import { z } from 'zod';
import { authenticated } from '../callers';
import { defineRoutes } from '../routes';

/** The description of this API. */
export const apiRoutes = defineRoutes({
  'GET /openapi.json': {
    id: 'getOpenApi',
    tag: 'API',
    summary: 'The REST API as OpenAPI 3.1',
    caller: authenticated,
    answer: z.looseObject({ openapi: z.string() }),
  },
});
