import { z } from 'zod';
import { metricStatuses } from '../../metrics';
import { decisions } from '../../vocabulary/annotations';
import { actionPages, digestPeriods } from '../../vocabulary/digest';
import { deadlineStates } from '../../vocabulary/deadline';
import { AlertDeliverySchema } from './alerts';
import { DaySchema, InstantSchema, MetricIdSchema, UnitSchema } from './common';

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

/** What moved the most, both ways; at most three each. @public */
export type Movements = z.infer<typeof MovementsSchema>;

/** @public */
export const RecommendedActionSchema = z.object({
  id: z.string(),
  title: z.string().describe('What to do'),
  reason: z.string().describe('The numbers behind it'),
  page: z.enum(actionPages).describe('Which page has more about it'),
});

/** What would help, and why. @public */
export type RecommendedAction = z.infer<typeof RecommendedActionSchema>;

/** @public */
export const DigestSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  period: z.enum(digestPeriods),
  from: DaySchema.describe('First day of the last closed period'),
  to: DaySchema.describe('Exclusive'),
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
        change: z
          .number()
          .nullable()
          .describe('From the end of the period before to the end of this one'),
      }),
    )
    .describe('The four metrics as they stand'),
  deadline: z
    .object({
      state: z.enum(deadlineStates),
      sentence: z.string(),
      daysLeft: count,
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
    .describe('How people came, stayed and went; null if it was not measured'),
  teams: MovementsSchema.describe('By share of active users'),
  plugins: MovementsSchema.describe('By people who used them'),
  owners: MovementsSchema.describe(
    'Groups by stale entities, now and 28 days before',
  ),
  annotations: z.array(
    z.object({
      day: DaySchema,
      text: z.string(),
      decision: z.enum(decisions).nullable(),
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
        deliveries: z.array(AlertDeliverySchema),
      })
      .nullable(),
  }),
});

/**
 * What a week or a month brought, as it is sent: the answer of
 * `GET /v1/digest`. It speaks of nobody by name.
 *
 * @public
 */
export type Digest = z.infer<typeof DigestSchema>;
