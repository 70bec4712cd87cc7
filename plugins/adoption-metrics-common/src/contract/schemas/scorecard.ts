import { z } from 'zod';
import { metricIds, metricStatuses, undecidedReasons } from '../../metrics';
import { factIds } from '../../vocabulary/scorecard';
import {
  DaySchema,
  InstantSchema,
  MetricIdSchema,
  TargetSchema,
  UnitSchema,
} from './common';
import { worded, WordingSchema } from './wording';

const nullableNumber = z.number().nullable();
const count = z.number().int().min(0);

/** @public */
export const MetricSchema = z.object({
  id: MetricIdSchema,
  name: z.string(),
  unit: UnitSchema,
  value: nullableNumber.describe('null while unknown'),
  target: TargetSchema,
  status: z.enum(metricStatuses),
  reason: z.enum(undecidedReasons).optional().describe('Only when undecided'),
  statement: z.string().describe('Value, target and verdict in one sentence'),
  numerator: count.optional(),
  denominator: count.optional(),
  sampleCount: count.optional().describe('Observations behind the statistic'),
  coverage: nullableNumber.describe('Share of the window that was observed'),
  window: z
    .object({
      days: z.number().int().min(1),
      observedDays: z.number().min(0),
      from: InstantSchema,
      to: InstantSchema,
    })
    .nullable()
    .describe('Half-open interval of the value; null for a point in time'),
  definition: z.object({
    version: z.number().int(),
    text: z.string(),
    wording: worded('text'),
  }),
  today: z
    .object({
      value: nullableNumber.describe(
        'null for active users, and with fewer than 30 page loads',
      ),
      count: count.describe(
        'Incidents, or a lower bound of people or page loads in steps of 5, counted once an hour',
      ),
      additional: count
        .optional()
        .describe(
          'Of these, a lower bound of people who are not in the headline yet',
        ),
      at: InstantSchema.optional().describe(
        'Start of the hour in which it was counted; without it, as of the answer',
      ),
    })
    .nullable()
    .describe('Today, so far'),
  sparkline: z
    .array(z.object({ day: DaySchema, value: nullableNumber }))
    .describe('One point per day, oldest first; null where nothing is known'),
  delta: z
    .object({
      change: z.number(),
      previousValue: z.number(),
      previousDay: DaySchema,
      numeratorChange: z.number().int().optional(),
      denominatorChange: z.number().int().optional(),
    })
    .nullable()
    .describe('Against the previous period; null across changed definitions'),
  facts: z.partialRecord(z.enum(factIds), z.number()),
  notes: z.array(z.string()).describe('Notes on the value'),
  wording: worded('statement').extend({
    notes: z.array(z.array(WordingSchema)).describe('Each in its sentences'),
  }),
  asOf: InstantSchema.nullable(),
});

/** A metric with everything needed to display it. @public */
export type Metric = z.infer<typeof MetricSchema>;

/** @public */
export const SampleHistorySchema = z.object({
  label: z.string(),
  from: DaySchema,
  to: DaySchema,
});

/** @public */
export const ScorecardSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  closedThrough: DaySchema.nullable().describe('The last closed day'),
  firstMetricsOn: DaySchema.nullable().describe(
    'While no day is closed: the day on which the first metrics come, soon after midnight in the time zone; null afterwards',
  ),
  met: count.describe('Targets met'),
  metrics: z.array(MetricSchema).length(metricIds.length),
  sampleHistory: SampleHistorySchema.nullable().describe(
    'Present when part of the history is an invented sample',
  ),
});

/**
 * The metrics of the portal: the response of `GET /v1/scorecard`.
 *
 * @public
 */
export type Scorecard = z.infer<typeof ScorecardSchema>;

/** @public */
export const BreakdownSchema = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.enum(['share', 'seconds', 'count']),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: nullableNumber,
      count: count.optional(),
      hint: z.string().optional(),
    }),
  ),
});

/**
 * A metric broken down by one dimension, such as stale entities by reason.
 *
 * @public
 */
export type Breakdown = z.infer<typeof BreakdownSchema>;

/** @public */
export const MetricDetailSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  metric: MetricSchema,
  breakdowns: z.array(BreakdownSchema),
  sampleHistory: SampleHistorySchema.nullable(),
});

/**
 * One metric with its breakdowns: the response of `GET /v1/metrics/{id}`.
 *
 * @public
 */
export type MetricDetail = z.infer<typeof MetricDetailSchema>;
