import { z } from 'zod';
import { answerStates, questionKinds } from '../../../vocabulary/decision';
import { plain } from '../../plainTexts';
import { DaySchema } from '../common';

const value = z.union([z.number(), z.boolean(), z.string()]);

/** @public */
export const DecisionQuestionSchema = z.object({
  id: z.string(),
  text: z.string().describe('The question, in words'),
  kind: z.enum(questionKinds),
  unit: z
    .string()
    .nullable()
    .describe('Of a number, such as `FTE` or `USD per year`'),
  choices: z.array(z.string()).describe('What a choice accepts'),
  least: z.number().nullable().describe('Smallest number, inclusive'),
  most: z.number().nullable().describe('Largest number, inclusive'),
  state: z
    .enum(answerStates)
    .describe(
      '`stale` a year after the answer: it has to be asked again, and counts as unknown until then',
    ),
  value: value
    .nullable()
    .describe('The last answer, even if stale; null if there is none'),
  note: z.string().nullable(),
  from: z.enum(['configuration', 'page']).nullable(),
  answeredOn: DaySchema.nullable().describe(
    'Null if the configuration does not say',
  ),
  answeredBy: z
    .string()
    .nullable()
    .describe(
      'Entity ref of a person; null from the configuration, once that person is forgotten, and if hidden from the caller',
    ),
  staleOn: DaySchema.nullable().describe(
    'First day on which the answer does not count any more',
  ),
  earlier: z
    .array(
      z.object({
        value: value.nullable().describe('null where an answer was taken back'),
        note: z.string().nullable(),
        answeredOn: DaySchema,
        answeredBy: z
          .string()
          .nullable()
          .describe('As that of the last answer'),
      }),
    )
    .describe('What was answered before that, the latest first; at most ten'),
});

/** What nobody can measure, and what was answered last. @public */
export type DecisionQuestion = z.infer<typeof DecisionQuestionSchema>;

/** @public */
export const DecisionAnswersSchema = z.object({
  timeZone: z.string(),
  currency: z.string().describe('ISO 4217, of all money'),
  mayAnswer: z.boolean().describe('Whether the caller may answer'),
  questions: z.array(DecisionQuestionSchema),
});

/**
 * Every question of the decision: the response of `GET /v1/decision/answers`.
 *
 * @public
 */
export type DecisionAnswers = z.infer<typeof DecisionAnswersSchema>;

/** @public */
export const DecisionAnswersRequestSchema = z.strictObject({
  answers: z
    .record(
      z.string(),
      z
        .union([
          z.number(),
          z.boolean(),
          plain(z.string().trim().min(1).max(100)),
        ])
        .nullable(),
    )
    .describe('Values by question; null takes an answer back'),
  note: plain(z.string().trim().min(1).max(500)).optional(),
});

/**
 * The body of `PUT /v1/decision/answers`.
 *
 * @public
 */
export type DecisionAnswersRequest = z.infer<
  typeof DecisionAnswersRequestSchema
>;
