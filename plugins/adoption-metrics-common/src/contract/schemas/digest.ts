import { z } from 'zod';
import { metricStatuses } from '../../metrics';
import { actionPages, digestPeriods } from '../../vocabulary/digest';
import { deadlineStates } from '../../vocabulary/deadline';
import { AlertDeliverySchema } from './alerts';
import { ChosenOptionSchema } from './decision/choices';
import { DaySchema, InstantSchema, MetricIdSchema, UnitSchema } from './common';
import { worded } from './wording';

const count = z.number().int();

/** @public */
export const MovementSchema = z.object({
  id: z.string(),
  name: z.string(),
  before: z.number(),
  now: z.number(),
});

/** How something changed from one period to the next. @public */
export type Movement = z.infer<typeof MovementSchema>;

/** @public */
export const MovementsSchema = z.object({
  up: z.array(MovementSchema).describe('What grew the most first'),
  down: z.array(MovementSchema).describe('What fell the most first'),
});

/** The largest changes in both directions, at most three each. @public */
export type Movements = z.infer<typeof MovementsSchema>;

/** @public */
export const RecommendedActionSchema = z.object({
  id: z.string(),
  title: z.string().describe('What to do'),
  reason: z.string().describe('The numbers behind it'),
  page: z.enum(actionPages).describe('Which page has more about it'),
  wording: worded('title', 'reason'),
});

/** A recommended action with its reason. @public */
export type RecommendedAction = z.infer<typeof RecommendedActionSchema>;

/** @public */
export const DigestSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  period: z.enum(digestPeriods),
  from: DaySchema.describe('First day of the period'),
  to: DaySchema.describe('Exclusive'),
  asOf: InstantSchema.describe(
    'End of the last day; every number is as of then',
  ),
  title: z.string(),
  text: z.string().describe('Everything below as it is sent, in plain text'),
  metrics: z
    .array(
      z.object({
        id: MetricIdSchema,
        name: z.string(),
        unit: UnitSchema,
        status: z.enum(metricStatuses),
        statement: z.string(),
        value: z.number().nullable().describe('null where it is unknown'),
        numerator: count.nullable(),
        denominator: count.nullable(),
        change: z
          .number()
          .nullable()
          .describe('From the end of the period before to the end of this one'),
      }),
    )
    .describe('The four metrics on the last day'),
  deadline: z
    .object({
      state: z.enum(deadlineStates),
      sentence: z.string(),
      week: DaySchema.nullable().describe(
        'Last day of the week in the sentence; null before the first',
      ),
      daysLeft: count.describe('After the last day; negative once it is over'),
      probability: z.number().nullable(),
    })
    .nullable()
    .describe('null without a deadline'),
  people: z
    .object({
      new: count.nullable(),
      returning: count.nullable(),
      reactivated: count.nullable(),
      lapsed: count.nullable(),
    })
    .nullable()
    .describe('New, returning, and lapsed users; null if not measured'),
  moved: z
    .object({ from: DaySchema, to: DaySchema.describe('Exclusive') })
    .nullable()
    .describe(
      'Days that teams and plugins are about: the week, or the last four weeks that were over; null if there are none',
    ),
  teams: MovementsSchema.describe('By share of active users'),
  plugins: MovementsSchema.describe('By people who used them'),
  owners: MovementsSchema.describe(
    'Groups by stale entities, at the end of this period and of the one before',
  ),
  annotations: z.array(
    z.object({
      day: DaySchema,
      text: z.string(),
      decision: ChosenOptionSchema.nullable(),
    }),
  ),
  actions: z
    .array(RecommendedActionSchema)
    .describe('At most three, the most helpful first'),
  delivery: z.object({
    nextAt: InstantSchema.nullable().describe('null if it is not sent'),
    channels: z.array(z.string()),
    last: z
      .object({
        at: InstantSchema,
        title: z.string(),
        lastDay: DaySchema.describe('Of the period that it is about'),
        deliveries: z.array(AlertDeliverySchema),
      })
      .nullable(),
  }),
});

/**
 * The digest of a week or month, as sent: the response of `GET /v1/digest`.
 * Does not name people.
 *
 * @public
 */
export type Digest = z.infer<typeof DigestSchema>;
