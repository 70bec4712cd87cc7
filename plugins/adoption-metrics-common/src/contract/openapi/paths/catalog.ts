import { staleEntityOrders, staleEntityStates } from '../../../vocabulary';
import {
  CatalogOwnersSchema,
  CatalogSpiralSchema,
  EntityVerificationListSchema,
  EntityVerificationSchema,
  StaleEntityListSchema,
  VerificationRequestSchema,
} from '../../schemas';
import {
  answer,
  body,
  formatParameter,
  json,
  jsonOrCsv,
  OpenApiPaths,
  queryParameter,
} from '../operations';

export const catalogPaths: OpenApiPaths = {
  '/catalog/stale-entities': {
    get: {
      operationId: 'getStaleEntities',
      summary:
        'Stale entities that the caller may read in the catalog, with reasons and what to do',
      parameters: [
        queryParameter(
          'state',
          { type: 'string', enum: [...staleEntityStates] },
          'Default `stale`; `exempt` lists those that an annotation spares, `any` both',
        ),
        queryParameter(
          'owner',
          { type: 'string' },
          'Entity ref of an owner, or `me` for the caller and the groups of the caller',
        ),
        queryParameter(
          'entity',
          { type: 'string' },
          'Entity ref; only this one, if it is stale or exempted as asked for',
        ),
        queryParameter('kind', { type: 'string' }, 'Such as `Component`'),
        queryParameter('reason', { type: 'string' }, 'Such as `owner-missing`'),
        queryParameter(
          'minDays',
          { type: 'integer', minimum: 0, maximum: 3660, default: 0 },
          'Only entities that are stale for as many days',
        ),
        queryParameter(
          'order',
          { type: 'string', enum: [...staleEntityOrders] },
          'Default `since`, the longest stale first',
        ),
        queryParameter(
          'limit',
          { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          'Entities of a page; fewer may come although there are more',
        ),
        queryParameter(
          'cursor',
          { type: 'string' },
          'The `nextCursor` of the page before',
        ),
        formatParameter,
      ],
      responses: answer(
        'A page of entities; as CSV a line for each reason',
        jsonOrCsv(StaleEntityListSchema),
        [400, 401, 403],
      ),
    },
  },
  '/catalog/verifications': {
    get: {
      operationId: 'getVerifications',
      summary:
        'Who has confirmed entities that the caller may read in the catalog',
      parameters: [
        queryParameter(
          'entity',
          { type: 'string' },
          'Entity ref; the latest of all entities if it is missing',
        ),
      ],
      responses: answer(
        'The latest 200 or fewer',
        json(EntityVerificationListSchema),
        [400, 401, 403],
      ),
    },
    post: {
      operationId: 'verifyEntity',
      summary: 'Confirm that an entity is still accurate, for its owners',
      requestBody: body(VerificationRequestSchema),
      responses: answer(
        'The confirmation',
        json(EntityVerificationSchema),
        [400, 401, 403, 404, 409],
      ),
    },
  },
  '/catalog/spiral': {
    get: {
      operationId: 'getCatalogSpiral',
      summary:
        'Whether the catalog grows staler while fewer people use the portal',
      responses: answer('Signs', json(CatalogSpiralSchema), [401, 403]),
    },
  },
  '/catalog/owners': {
    get: {
      operationId: 'getCatalogOwners',
      summary:
        'Owners of stale entities whom the caller may read in the catalog, with the change in 28 days',
      parameters: [formatParameter],
      responses: answer(
        'Owners',
        jsonOrCsv(CatalogOwnersSchema),
        [400, 401, 403],
      ),
    },
  },
};
