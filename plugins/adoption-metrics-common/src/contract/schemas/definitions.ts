import { z } from 'zod';
import { DaySchema, MetricIdSchema, TargetSchema, UnitSchema } from './common';

/** @public */
export const DefinitionSchema = z.object({
  metric: MetricIdSchema,
  name: z.string(),
  unit: UnitSchema,
  target: TargetSchema,
  version: z.number().int().min(1),
  from: DaySchema.describe('First day to which this version applies'),
  text: z.string(),
});

/**
 * What a metric means, in words, with the version its samples carry.
 *
 * @public
 */
export type Definition = z.infer<typeof DefinitionSchema>;

/** @public */
export const DefinitionsSchema = z.object({
  timeZone: z.string(),
  definitions: z.array(DefinitionSchema),
});

/** @public */
export type Definitions = z.infer<typeof DefinitionsSchema>;
