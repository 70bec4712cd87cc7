import { z } from 'zod';
import { staleEntityOrders, staleEntityStates } from '../../vocabulary';
import { reader, signedIn } from '../callers';
import {
  choice,
  entityRef,
  ownerOrMe,
  page,
  text,
  wholeNumber,
} from '../parameters';
import { defineRoutes } from '../routes';
import {
  CatalogOwnersSchema,
  CatalogSpiralSchema,
  EntityVerificationListSchema,
  EntityVerificationSchema,
  StaleEntityListSchema,
  VerificationRequestSchema,
} from '../schemas';

/** Stale entities, their owners, and owners' confirmations. */
export const catalogRoutes = defineRoutes({
  'GET /catalog/stale-entities': {
    id: 'getStaleEntities',
    tag: 'Catalog',
    summary:
      'Stale entities that the caller can read in the catalog, with reasons and fixes',
    description: 'As CSV, a line for each reason.',
    caller: reader,
    query: z.strictObject({
      state: choice(staleEntityStates)
        .default('stale')
        .describe(
          '`exempt` lists entities that an annotation exempts, `any` lists both',
        ),
      owner: ownerOrMe
        .optional()
        .describe(
          'Entity ref of an owner, `me` for the caller and the groups of the caller, or `none` for entities without an owner',
        ),
      entity: entityRef
        .optional()
        .describe('Only this entity, if it is in the list'),
      kind: text({ most: 63 })
        .optional()
        .describe(
          'A checked entity kind, such as `Component`, case-insensitive',
        ),
      reason: text({ most: 64 })
        .optional()
        .describe('Reason of a rule, enabled or not, such as `owner-missing`'),
      minDays: wholeNumber({ least: 0, most: 3_660 })
        .default(0)
        .describe(
          'Only entities that have been stale for at least as many days',
        ),
      order: choice(staleEntityOrders)
        .default('since')
        .describe('`since`: the longest stale first'),
      ...page({ most: 200, usual: 50 }),
    }),
    answer: StaleEntityListSchema,
    action: {
      name: 'list-stale-entities',
      title: 'List stale catalog entities',
      description:
        'Catalog entities that are stale, why, and what to do about each. Give `owner` the entity ref of a team, such as group:default/payments, for what that team should fix, or `me` for the caller and their groups. Only entities that the caller may read are listed; `nextCursor` leads to the next page.',
    },
    csv: true,
    example: { query: { owner: 'me', limit: 20 } },
  },
  'GET /catalog/owners': {
    id: 'getCatalogOwners',
    tag: 'Catalog',
    summary:
      'Owners of stale entities that the caller can read, with the change over 28 days',
    caller: reader,
    answer: CatalogOwnersSchema,
    csv: true,
  },
  'GET /catalog/spiral': {
    id: 'getCatalogSpiral',
    tag: 'Catalog',
    summary:
      'Whether the catalog gets staler while fewer people use the portal',
    caller: reader,
    answer: CatalogSpiralSchema,
  },
  'GET /catalog/verifications': {
    id: 'getVerifications',
    tag: 'Catalog',
    summary:
      'Confirmations of entities that the caller may read in the catalog, latest first',
    caller: reader,
    query: z.strictObject({
      entity: entityRef.optional().describe('Only of this entity; default all'),
      ...page({ most: 200, usual: 200 }),
    }),
    answer: EntityVerificationListSchema,
  },
  'POST /catalog/verifications': {
    id: 'verifyEntity',
    tag: 'Catalog',
    summary: 'Confirm that an entity is still accurate; for its owners',
    caller: signedIn,
    body: VerificationRequestSchema,
    answer: EntityVerificationSchema,
    errors: [404, 409],
    audit: { eventId: 'entity-verify', severity: 'low' },
    example: { body: { entityRef: 'component:default/shop' } },
  },
});
