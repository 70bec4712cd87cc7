import { z } from 'zod';
import { granularities } from '../../vocabulary/series';
import { DaySchema, MetricIdSchema, TargetSchema, UnitSchema } from './common';

/** @public */
export const SeriesPointSchema = z.object({
  from: DaySchema,
  to: DaySchema.describe('Exclusive'),
  value: z.number().nullable(),
  numerator: z.number().int().nullable(),
  denominator: z.number().int().nullable(),
  sampleCount: z.number().int().nullable(),
  coverage: z.number().nullable(),
  state: z
    .enum(['provisional', 'final'])
    .nullable()
    .describe('`provisional` until late events can no longer arrive'),
  definitionVersion: z
    .number()
    .int()
    .nullable()
    .describe('0 where a part was imported and counted by another tool'),
  partial: z
    .boolean()
    .describe(
      'Whether days of the period are left out by `from` or `to`, are not over, or the last one has no value',
    ),
});

/** @public */
export type SeriesPoint = z.infer<typeof SeriesPointSchema>;

/** @public */
export const SeriesSchema = z.object({
  metric: MetricIdSchema,
  unit: UnitSchema,
  timeZone: z.string(),
  granularity: z.enum(granularities),
  from: DaySchema,
  to: DaySchema.describe('Exclusive'),
  target: TargetSchema,
  points: z
    .array(SeriesPointSchema)
    .describe('Each value is the metric at the end of its period'),
});

/**
 * The history of a metric: the response of `GET /v1/metrics/{id}/series`.
 *
 * @public
 */
export type Series = z.infer<typeof SeriesSchema>;
