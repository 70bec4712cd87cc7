import { z } from 'zod';
import { metricIds, targetOperators } from '../../metrics';

/** A moment in time. @public */
export const InstantSchema = z
  .string()
  .datetime()
  .describe('Instant, RFC 3339 in UTC with milliseconds');

/** A local calendar day. @public */
export const DaySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Calendar day, YYYY-MM-DD in the reporting time zone');

/** @public */
export const MetricIdSchema = z.enum(metricIds);

/** @public */
export const TargetSchema = z.object({
  operator: z.enum(targetOperators),
  value: z.number(),
});

/** @public */
export const UnitSchema = z
  .enum(['share', 'seconds'])
  .describe('`share` is a fraction between 0 and 1');

/**
 * The unit of a figure: a fraction between 0 and 1, or seconds.
 *
 * @public
 */
export type Unit = z.infer<typeof UnitSchema>;

/** @public */
export const ErrorSchema = z.looseObject({
  error: z.looseObject({ name: z.string(), message: z.string() }),
  response: z.looseObject({ statusCode: z.number().int() }),
});
