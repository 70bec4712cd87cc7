import { z } from 'zod';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { LONGEST_REF } from '../parameters';
import { DaySchema, InstantSchema, NextCursorSchema } from './common';
import { maybeSigner } from './signer';
import { worded } from './wording';

/** @public */
export const StalenessReasonSchema = z.object({
  reason: z.string().describe('Names the rule, such as `owner-missing`'),
  sentence: z.string().describe('What is wrong'),
  hint: z.string().describe('What to do about it'),
  since: InstantSchema.describe('When a scan first saw it'),
  wording: worded('sentence', 'hint'),
});

/**
 * Why an entity is stale.
 *
 * @public
 */
export type StalenessReason = z.infer<typeof StalenessReasonSchema>;

/** @public */
export const StaleEntitySchema = z.object({
  entityRef: z.string(),
  kind: z.string(),
  ownerRefs: z
    .array(z.string())
    .describe(
      'Its owners that the caller may know of; empty also if it has none, or a placeholder only',
    ),
  missingOwnerRefs: z
    .array(z.string())
    .describe(
      'Owners that are not in the catalog; empty where that is not checked',
    ),
  since: InstantSchema.describe(
    'Of the oldest reason, or of the one asked for',
  ),
  reasons: z.array(StalenessReasonSchema),
  exemption: z
    .object({ reason: z.string(), until: DaySchema })
    .nullable()
    .describe('Why it does not count, and until which day, inclusive'),
});

/** An entity that is stale, or would be if it were not exempt. @public */
export type StaleEntity = z.infer<typeof StaleEntitySchema>;

/** @public */
export const StaleEntityListSchema = z.object({
  timeZone: z.string(),
  scannedAt: InstantSchema.nullable().describe('Null before the first scan'),
  judgedKinds: z
    .array(z.string())
    .describe('Entity kinds that the scan checked'),
  entities: z.array(StaleEntitySchema),
  unjudged: z
    .array(z.object({ entityRef: z.string(), reason: z.string() }))
    .describe(
      'Up to 20 entities that the scan could not judge, or not by every rule, and why',
    ),
  nextCursor: NextCursorSchema,
});

/**
 * A page of stale entities that the caller can see in the catalog: the response
 * of `GET /v1/catalog/stale-entities`.
 *
 * @public
 */
export type StaleEntityList = z.infer<typeof StaleEntityListSchema>;

/** @public */
export const CatalogOwnerSchema = z.object({
  ownerRef: z.string(),
  inCatalog: z
    .boolean()
    .nullable()
    .describe(
      'Whether the owner is in the catalog; null where that is not checked',
    ),
  total: z.number().int(),
  stale: z.number().int(),
  share: z.number().describe('Stale ones among its entities'),
  monthAgo: z
    .number()
    .int()
    .nullable()
    .describe(
      'Stale entities 28 days before the last closed day; null if unknown',
    ),
  curedByTen: z
    .number()
    .int()
    .describe(
      'Stale entities that the ten most effective fixes resolve; fixing a source resolves all entities that come from it',
    ),
});

/**
 * The stale entities of an owner. An entity with several owners counts for
 * each.
 *
 * @public
 */
export type CatalogOwner = z.infer<typeof CatalogOwnerSchema>;

/** @public */
export const CatalogOwnersSchema = z.object({
  scannedAt: InstantSchema.nullable(),
  total: z.number().int(),
  stale: z.number().int(),
  target: z.number().describe('Share that stale entities must stay below'),
  fixesNeeded: z
    .number()
    .int()
    .describe('Fewest fixes that bring the share below the target'),
  owners: z
    .array(CatalogOwnerSchema)
    .describe(
      'Owners with stale entities, the most first, and owners that are not in the catalog. An entity counts for each of its owners, so that the rows may add up to more than the total.',
    ),
  hidden: z
    .object({
      owners: z.number().int(),
      stale: z.number().int(),
    })
    .describe(
      'Owners that the caller cannot read, and stale entities that only they own',
    ),
  withoutOwner: z
    .number()
    .int()
    .describe('Stale entities without an owner, or with a placeholder only'),
});

/**
 * Owners of stale entities: the response of `GET /v1/catalog/owners`.
 *
 * @public
 */
export type CatalogOwners = z.infer<typeof CatalogOwnersSchema>;

/** @public */
export const SpiralSignSchema = z.object({
  id: z.enum(['stale-rising', 'active-falling']),
  present: z.boolean(),
  before: z
    .number()
    .describe(
      'Share at the end of the first week: stale entities of the catalog, or active users of the developers',
    ),
  after: z.number().describe('The same share at the end of the last week'),
  sentence: z.string(),
  wording: worded('sentence'),
});

/** @public */
export const CatalogSpiralSchema = z.object({
  weeks: z
    .number()
    .int()
    .describe('Closed weeks that both metrics have and that are compared'),
  from: DaySchema.nullable().describe('Last day of the first of these weeks'),
  to: DaySchema.nullable().describe('Last day of the last of them'),
  weeksNeeded: z.number().int().describe('Fewest weeks that are compared'),
  signs: z
    .array(SpiralSignSchema)
    .describe('Empty while there are too few weeks'),
  sentence: z.string(),
  wording: worded('sentence'),
});

/**
 * Whether the catalog gets staler while fewer people use the portal: the
 * response of `GET /v1/catalog/spiral`. A correlation, not a cause.
 *
 * @public
 */
export type CatalogSpiral = z.infer<typeof CatalogSpiralSchema>;

/** @public */
export const VerificationRequestSchema = z.strictObject({
  entityRef: accepting(
    plain(
      z
        .string()
        .max(LONGEST_REF)
        .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/)
        .toLowerCase(),
    ),
    'full entity refs such as component:default/shop',
  ),
  note: plain(z.string().trim().min(1).max(500)).optional(),
});

/** The body of `POST /v1/catalog/verifications`. @public */
export type VerificationRequest = z.infer<typeof VerificationRequestSchema>;

/** @public */
export const EntityVerificationSchema = z.object({
  entityRef: z.string(),
  verifiedAt: InstantSchema,
  verifiedBy: maybeSigner,
  note: z.string().nullable(),
});

/**
 * An owner's confirmation that an entity is accurate.
 *
 * @public
 */
export type EntityVerification = z.infer<typeof EntityVerificationSchema>;

/** @public */
export const EntityVerificationListSchema = z.object({
  timeZone: z.string(),
  enabled: z.boolean().describe('Whether the rule `unverified` is on'),
  mayVerify: z
    .boolean()
    .describe('Whether the caller may confirm the entity asked for'),
  verifications: z.array(EntityVerificationSchema).describe('Latest first'),
  nextCursor: NextCursorSchema,
});

/**
 * Confirmations of entities that the caller can see: the response of `GET
 * /v1/catalog/verifications`.
 *
 * @public
 */
export type EntityVerificationList = z.infer<
  typeof EntityVerificationListSchema
>;
