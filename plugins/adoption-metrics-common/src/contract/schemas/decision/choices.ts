import { z } from 'zod';
import { plain } from '../../plainTexts';
import { DaySchema, InstantSchema } from '../common';
import { maybeSigner } from '../signer';

/** @public */
export const DecisionAccessSchema = z.object({
  mayRead: z.boolean().describe('Whether the caller may see options and money'),
  mayManage: z.boolean().describe('Whether the caller may change them'),
});

/**
 * What the caller may do about the decision: the answer of
 * `GET /v1/decision/access`.
 *
 * @public
 */
export type DecisionAccess = z.infer<typeof DecisionAccessSchema>;

/** @public */
export const ChosenOptionSchema = z.object({
  id: z
    .string()
    .describe(
      'Of an option, or `stay` for staying with another date, or `stop`',
    ),
  title: z.string().describe('As it read when it was chosen'),
});

/** What was decided for. @public */
export type ChosenOption = z.infer<typeof ChosenOptionSchema>;

/** @public */
export const ChoiceRequestSchema = z.strictObject({
  day: DaySchema.describe('When it was decided, in the reporting time zone'),
  option: plain(z.string().min(1).max(100)).describe(
    'The `id` of an option, or `stay` for staying with another date, or `stop`',
  ),
  text: plain(z.string().trim().min(1).max(200)).describe(
    'Who decided, and why. Everyone who may read the metrics may read it',
  ),
});

/**
 * The body of `POST /v1/decision/choices`.
 *
 * @public
 */
export type ChoiceRequest = z.infer<typeof ChoiceRequestSchema>;

/** @public */
export const ChoiceSchema = z.object({
  id: z.number().int(),
  day: DaySchema,
  option: ChosenOptionSchema,
  text: z.string(),
  writtenAt: InstantSchema,
  writtenBy: maybeSigner,
});

/** A decision that was recorded. @public */
export type Choice = z.infer<typeof ChoiceSchema>;

/** @public */
export const ChoiceListSchema = z.object({
  timeZone: z.string(),
  mayChoose: z.boolean().describe('Whether the caller may record a decision'),
  choosable: z
    .array(ChosenOptionSchema)
    .describe('What can be decided for today'),
  choices: z.array(ChoiceSchema).describe('The latest day first'),
});

/**
 * What was decided so far: the response of `GET /v1/decision/choices`.
 *
 * @public
 */
export type ChoiceList = z.infer<typeof ChoiceListSchema>;

/** @public */
export const ChoiceRemovalSchema = z.object({
  removed: z.number().int().describe('The `id` of what is gone'),
});
