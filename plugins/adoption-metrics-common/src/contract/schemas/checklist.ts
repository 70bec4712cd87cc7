import { z } from 'zod';
import { decisions } from '../../vocabulary/annotations';
import { rescueStepStates, rescueSteps } from '../../vocabulary/checklist';
import { actionPages } from '../../vocabulary/digest';
import { DaySchema, InstantSchema } from './common';

/** @public */
export const RescueStepSchema = z.object({
  id: z.enum(rescueSteps),
  title: z.string().describe('What is to be done'),
  state: z.enum(rescueStepStates),
  reason: z.string().describe('What that rests on'),
  page: z.enum(actionPages).describe('Which page has more about it'),
});

/** One step, and whether the data say that it was taken. @public */
export type RescueStep = z.infer<typeof RescueStepSchema>;

/** @public */
export const PortalConditionSchema = z.object({
  id: z.enum(['team', 'scope', 'sponsor', 'operations', 'timeline']),
  title: z.string(),
  state: z.enum(['met', 'lacking', 'unknown']),
  reason: z.string().describe('What that rests on'),
});

/** Something that a portal needs to succeed. @public */
export type PortalCondition = z.infer<typeof PortalConditionSchema>;

/** @public */
export const WayOnSchema = z.object({
  id: z.enum([
    'self-hosted-backstage',
    'managed-backstage',
    'port',
    'cortex',
    'custom-portal',
  ]),
  title: z.string(),
  decision: z.enum(decisions).describe('What it would be to decide for it'),
  state: z.enum(['fits', 'unfit', 'unknown']),
  reason: z.string().describe('What that rests on'),
});

/**
 * A way on from a portal that is stuck, and whether team and size allow it.
 *
 * @public
 */
export type WayOn = z.infer<typeof WayOnSchema>;

/** @public */
export const RescueChecklistSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  since: DaySchema.describe(
    'From when on a report counts, and an audit of the last 90 days: the start of the programme, or 28 days ago; today at the latest',
  ),
  done: z.number().int().min(0).max(rescueSteps.length),
  steps: z.array(RescueStepSchema).describe('In the order to take them in'),
  conditions: z
    .array(PortalConditionSchema)
    .describe('What portals that succeed have in common'),
  ways: z
    .array(WayOnSchema)
    .describe(
      'Ways on, by the people they take and the size they are meant for',
    ),
});

/**
 * How far a rescue has come: the answer of `GET /v1/decision/checklist`.
 *
 * @public
 */
export type RescueChecklist = z.infer<typeof RescueChecklistSchema>;
