import { z } from 'zod';
import { plain } from '../plainTexts';
import { DaySchema, InstantSchema } from './common';
import { ChosenOptionSchema } from './decision/choices';
import { maybeSigner } from './signer';

/** @public */
export const AnnotationRequestSchema = z.strictObject({
  day: DaySchema.describe('When it happened, in the reporting time zone'),
  text: plain(z.string().trim().min(1).max(200)),
});

/**
 * The body of `POST /v1/annotations`.
 *
 * @public
 */
export type AnnotationRequest = z.infer<typeof AnnotationRequestSchema>;

/** @public */
export const AnnotationSchema = z.object({
  id: z.number().int(),
  day: DaySchema,
  text: z.string(),
  decision: ChosenOptionSchema.nullable().describe(
    'What was decided, if it records that; see `POST /v1/decision/choices`',
  ),
  writtenAt: InstantSchema,
  writtenBy: maybeSigner,
});

/** A note on a day, shown next to the metrics. @public */
export type Annotation = z.infer<typeof AnnotationSchema>;

/** @public */
export const AnnotationListSchema = z.object({
  timeZone: z.string(),
  annotations: z.array(AnnotationSchema).describe('The earliest day first'),
});

/**
 * The response of `GET /v1/annotations`.
 *
 * @public
 */
export type AnnotationList = z.infer<typeof AnnotationListSchema>;

/** @public */
export const AnnotationRemovalSchema = z.object({
  removed: z.number().int().describe('The `id` of what is gone'),
});
