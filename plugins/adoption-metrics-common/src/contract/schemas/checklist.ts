import { z } from 'zod';
import {
  checklistReasons,
  checklistStepStates,
  checklistSteps,
  conditionReasons,
} from '../../vocabulary/checklist';
import { actionPages } from '../../vocabulary/digest';
import { DaySchema, InstantSchema } from './common';

const values = z
  .record(
    z.string(),
    z.union([z.number(), z.string(), z.array(z.string())]).nullable(),
  )
  .describe('What `reason` says, as values by name; null where unknown');

/** @public */
export const ChecklistStepSchema = z.object({
  id: z.enum(checklistSteps),
  title: z.string().describe('What is to be done'),
  state: z.enum(checklistStepStates),
  reason: z.string().describe('What that rests on'),
  code: z.enum(checklistReasons).describe('Which sentence `reason` is'),
  values,
  page: z.enum(actionPages).describe('Which page has more about it'),
});

/** A step of the checklist, and whether it was taken. @public */
export type ChecklistStep = z.infer<typeof ChecklistStepSchema>;

/** @public */
export const PortalConditionSchema = z.object({
  id: z.enum(['team', 'scope', 'sponsor', 'operations', 'timeline']),
  title: z.string(),
  state: z.enum(['met', 'not-met', 'unknown']),
  reason: z.string().describe('What that rests on'),
  code: z.enum(conditionReasons).describe('Which sentence `reason` is'),
  values,
});

/** Something that a portal needs to succeed. @public */
export type PortalCondition = z.infer<typeof PortalConditionSchema>;

/** @public */
export const DecisionChecklistSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  since: DaySchema.describe(
    'From when on a report counts, and an audit of the last 90 days: the start of the deadline, or 28 days ago; today at the latest',
  ),
  done: z.number().int().min(0).max(checklistSteps.length),
  steps: z.array(ChecklistStepSchema).describe('In the order to take them in'),
  conditions: z
    .array(PortalConditionSchema)
    .describe('What portals that succeed have in common'),
  published: z
    .object({
      source: z.string(),
      url: z.string().nullable(),
      date: z.string().describe('A day, or as much of one as is known'),
      grade: z.string().describe('How far it can be trusted'),
    })
    .describe('Where the numbers behind conditions are from'),
});

/**
 * Steps taken and conditions met: the response of `GET /v1/decision/checklist`.
 *
 * @public
 */
export type DecisionChecklist = z.infer<typeof DecisionChecklistSchema>;
