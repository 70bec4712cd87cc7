import { z } from 'zod';
import { accepting } from '../accepted';
import { isDay } from '../calendar';
import { metricIds, targetOperators, units } from '../../metrics';

/** An instant. @public */
export const InstantSchema = accepting(
  z.iso.datetime().describe('Instant, RFC 3339 in UTC with milliseconds'),
  'instants in UTC, such as 2026-11-23T12:00:00Z',
);

/** A calendar day in the reporting time zone. @public */
export const DaySchema = accepting(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isDay, 'use a day of the calendar')
    .describe('Calendar day, YYYY-MM-DD in the reporting time zone'),
  'days written as YYYY-MM-DD, such as 2026-03-31',
);

/** @public */
export const NextCursorSchema = z
  .string()
  .nullable()
  .describe('Pass it as `cursor` to read on; null on the last page');

/** @public */
export const MetricIdSchema = z.enum(metricIds);

/** @public */
export const TargetSchema = z.object({
  operator: z.enum(targetOperators),
  value: z.number(),
});

/** @public */
export const UnitSchema = z
  .enum(units)
  .describe('`share` is a fraction between 0 and 1');

/** @public */
export const ErrorSchema = z.looseObject({
  error: z.looseObject({ name: z.string(), message: z.string() }),
  response: z.looseObject({ statusCode: z.number().int() }),
});
