import { z } from 'zod';
import { DaySchema, MetricIdSchema, TargetSchema, UnitSchema } from './common';
import { worded } from './wording';

/** @public */
export const DefinitionSchema = z.object({
  metric: MetricIdSchema,
  name: z.string(),
  unit: UnitSchema,
  target: TargetSchema,
  version: z.number().int().min(1),
  from: DaySchema.describe('First day to which this version applies'),
  text: z.string(),
  wording: worded('name', 'text'),
});

/**
 * The definition of a metric with its version, which samples refer to.
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
