import { z } from 'zod';
import {
  MOST_PORTAL_DAYS,
  MOST_PORTAL_FAULTS,
  MOST_PORTAL_PEOPLE,
  portalFaults,
  portalMeasures,
} from '../../../vocabulary/portals';
import { metricStatuses, undecidedReasons } from '../../../metrics';
import { accepting } from '../../accepted';
import { plain } from '../../plainTexts';
import { DaySchema, InstantSchema, TargetSchema } from '../common';
import { TeamUseSchema } from '../activity';
import { SeriesPointSchema } from '../series';
import { ProofFeedbackSchema } from './proofs';

const count = z.number().int().min(0);
const maybeCount = z.number().int().nullable();
const maybeShare = z.number().nullable();

/** Characters of a table; larger ones come in pieces. */
const LONGEST_TABLE = 16_000_000;

const BatchIdSchema = accepting(
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)
    .describe(
      'Made by the sender; sending the same batch again is free. By default made from what is sent',
    ),
  'ids of up to 64 letters, digits, dots, colons, dashes and underscores',
);

/** @public */
export const PortalDaySchema = z.strictObject({
  day: DaySchema,
  people: z
    .array(plain(z.string().min(1).max(800)))
    .describe(
      'Active users: entity refs, or names that the configuration of the portal maps. Empty if there were none',
    ),
  feedback: ProofFeedbackSchema.optional().describe(
    'Given on that day; replaces what was reported of it before',
  ),
});

/**
 * Who used a portal on a day.
 *
 * @public
 */
export type PortalDay = z.infer<typeof PortalDaySchema>;

const batchFields = {
  batchId: BatchIdSchema.optional(),
  csv: plain(z.string().min(1).max(LONGEST_TABLE))
    .optional()
    .describe(
      'Instead of `days`: a table with the columns `day` and `person`. A body of the type `text/csv` is read as this',
    ),
};

const daysDescription = `Up to ${MOST_PORTAL_PEOPLE.toLocaleString(
  'en-US',
)} people in all of them`;

/** @public */
export const PortalActivityRequestSchema = z.strictObject({
  ...batchFields,
  days: z
    .array(PortalDaySchema)
    .min(1)
    .max(MOST_PORTAL_DAYS)
    .optional()
    .describe(daysDescription),
});

/** What of a batch is checked before its days are, each alone. @public */
export const PortalActivityEnvelopeSchema = z.strictObject({
  ...batchFields,
  days: z.array(z.unknown()).min(1).max(MOST_PORTAL_DAYS).optional(),
});

/**
 * The body of `POST /v1/portals/{id}/activity`: who used another portal.
 *
 * @public
 */
export type PortalActivityRequest = z.infer<typeof PortalActivityRequestSchema>;

/** @public */
export const PortalActivityOutcomeSchema = z.object({
  batchId: z.string(),
  portal: z.string(),
  days: count.describe('Days that the batch reports'),
  accepted: count.describe('People of the catalog, summed over the days'),
  unknown: count.describe(
    'People who are not in the catalog; nothing is stored about them',
  ),
  rejected: count.describe('Days and people that are wrong'),
  faults: z
    .array(
      z.object({
        at: z.string().describe('Where it is: `days.2.people.5`, or `line 17`'),
        code: z.enum(portalFaults),
        message: z.string().describe('What is wrong, and what is expected'),
      }),
    )
    .max(MOST_PORTAL_FAULTS)
    .describe('What was wrong with the first of them'),
});

/**
 * The result of a batch. A replay gets the answer of the first time.
 *
 * @public
 */
export type PortalActivityOutcome = z.infer<typeof PortalActivityOutcomeSchema>;

const portalFields = {
  id: z.string().describe('`this` for this portal'),
  title: z.string(),
  reportedBy: z
    .string()
    .nullable()
    .describe(
      'Subject of the service token that pushes these numbers; null for this portal, which measures its own',
    ),
};

const people = {
  active: maybeCount.describe('Null while nothing was reported'),
  share: maybeShare.describe(
    'Of developers; null unless every day was reported',
  ),
  coverage: maybeShare.describe('Reported share of the days'),
};

/** @public */
export const PortalHeadlineSchema = z.object({
  from: DaySchema.nullable().describe('Null while no day is closed'),
  to: DaySchema.nullable().describe('Exclusive'),
  ...people,
  developers: maybeCount,
  status: z.enum(metricStatuses),
  reason: z.enum(undecidedReasons).optional().describe('Only when undecided'),
});

/**
 * Active users of a portal in 28 days against the target.
 *
 * @public
 */
export type PortalHeadline = z.infer<typeof PortalHeadlineSchema>;

/** @public */
export const PortalSchema = z.object({
  ...portalFields,
  option: z.string().nullable().describe('Which option of the decision it is'),
  since: DaySchema.nullable().describe(
    'Since when it is in use; null while unknown',
  ),
  url: z.string().nullable(),
  firstDay: DaySchema.nullable().describe('The first day that was reported'),
  lastDay: DaySchema.nullable().describe('The last day that was reported'),
  lastReportAt: InstantSchema.nullable().describe(
    'When numbers were last pushed; null for this portal, and before any',
  ),
  headline: PortalHeadlineSchema,
});

/**
 * A portal whose adoption is measured.
 *
 * @public
 */
export type Portal = z.infer<typeof PortalSchema>;

/** @public */
export const PortalsSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  asOf: DaySchema.nullable().describe('Last closed day; null while none is'),
  target: TargetSchema,
  portals: z.array(PortalSchema).describe('This portal first'),
  any: PortalHeadlineSchema.describe('People active in at least one of them'),
});

/**
 * The portals of the organization side by side: `GET /v1/portals`.
 *
 * @public
 */
export type Portals = z.infer<typeof PortalsSchema>;

/** @public */
export const PortalSeriesSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  from: DaySchema,
  to: DaySchema.describe('Exclusive'),
  measure: z.enum(portalMeasures),
  granularity: z.enum(['day', 'week', 'month']),
  series: z
    .array(
      z.object({
        portal: z.string().describe('Id of a portal, or `any`'),
        title: portalFields.title,
        reportedBy: portalFields.reportedBy,
        points: z
          .array(SeriesPointSchema)
          .describe('People active in the days that end with each period'),
      }),
    )
    .describe('This portal first, "any" last'),
});

/**
 * The history of active users of each portal: `GET /v1/portals/series`.
 *
 * @public
 */
export type PortalSeries = z.infer<typeof PortalSeriesSchema>;

/** @public */
export const PortalTeamsSchema = TeamUseSchema.omit({ groups: true }).extend({
  portals: z.array(z.object(portalFields)).describe('This portal first'),
  groups: z
    .array(
      TeamUseSchema.shape.groups.element
        .omit({ active: true, share: true, previousShare: true })
        .extend({
          portals: z
            .array(
              z.object({
                portal: z.string().describe('Id of a portal, or `any`'),
                ...people,
              }),
            )
            .describe('In the order of the portals, "any" last'),
        }),
    )
    .describe('Parents before their children'),
});

/**
 * Active users of each portal by team in a closed period:
 * `GET /v1/portals/teams`.
 *
 * @public
 */
export type PortalTeams = z.infer<typeof PortalTeamsSchema>;
