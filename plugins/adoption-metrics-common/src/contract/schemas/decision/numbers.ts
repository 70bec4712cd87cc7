import { z } from 'zod';
import { decisionUnits, optionNumberKinds } from '../../../vocabulary/decision';
import { costParts, publishedRoleYears } from '../../../vocabulary/money';
import { plain } from '../../plainTexts';
import { InstantSchema } from '../common';

const bound = z.number().min(0).nullable();

const bounds = {
  low: bound.describe('Inclusive; null if open or unknown'),
  high: bound.describe('Inclusive; null if open or unknown'),
};

/** @public */
export const NumberSourceSchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  date: z.string().describe('A day, or as much of one as is known'),
  grade: z.string().describe('How far it can be trusted'),
});

/** Where a number is from that others have published. @public */
export type NumberSource = z.infer<typeof NumberSourceSchema>;

const published = z.object({
  ...bounds,
  currency: z.string().nullable().describe('ISO 4217; null unless money'),
  source: NumberSourceSchema,
});

/** @public */
export const DecisionNumberSchema = z.object({
  id: z
    .string()
    .describe('By which it is replaced, here and in the configuration'),
  title: z.string(),
  option: z
    .object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(optionNumberKinds),
    })
    .nullable()
    .describe('Which option it is of; null if of none'),
  role: z
    .object({ title: z.string(), year: z.enum(publishedRoleYears) })
    .nullable()
    .describe("Whose work it is; null if nobody's"),
  milestone: z
    .object({ plan: z.string(), month: z.number().int() })
    .nullable()
    .describe('Which milestone of a published plan it is; null if none'),
  unit: z.enum(decisionUnits),
  currency: z
    .string()
    .nullable()
    .describe('ISO 4217, of `low` and `high`; null unless money'),
  ...bounds,
  includes: z
    .array(z.enum(costParts))
    .describe('What of the cost of an option it includes'),
  unknown: z
    .string()
    .nullable()
    .describe('Why `low` and `high` are unknown; null if they are not'),
  published: published.describe(
    "The published number, or the organization's own from the configuration; shown next to its replacement",
  ),
  alsoPublished: z
    .array(published)
    .describe('What has been published that contradicts it'),
  replaced: z
    .object({
      from: z.enum(['configuration', 'page']),
      by: z
        .string()
        .nullable()
        .describe(
          'Entity ref of a person; null from the configuration, once that person is forgotten, and if hidden from the caller',
        ),
      at: InstantSchema.nullable().describe('Null from the configuration'),
      why: z.string(),
    })
    .nullable()
    .describe('What `low` and `high` are of; null if they are as published'),
  earlier: z
    .array(
      z.object({
        ...bounds,
        isPublished: z
          .boolean()
          .describe('Whether the published number held again from then on'),
        why: z.string().describe('Empty where the published number held again'),
        by: z.string().nullable().describe('As that of `replaced`'),
        at: InstantSchema,
      }),
    )
    .describe('What held before on this page, the latest first; at most ten'),
});

/** A number that the decision rests on. @public */
export type DecisionNumber = z.infer<typeof DecisionNumberSchema>;

/** @public */
export const DecisionNumberListSchema = z.object({
  currency: z.string().describe('ISO 4217, of all money'),
  mayReplace: z.boolean().describe('Whether the caller may replace them'),
  numbers: z.array(DecisionNumberSchema),
});

/**
 * Every number that the decision rests on: the answer of
 * `GET /v1/decision/numbers`.
 *
 * @public
 */
export type DecisionNumberList = z.infer<typeof DecisionNumberListSchema>;

/** @public */
export const DecisionNumberRequestSchema = z.strictObject({
  low: bound.default(null).describe('Inclusive; left out if open'),
  high: bound.default(null).describe('Inclusive; left out if open'),
  why: plain(z.string().trim().min(1).max(500)).describe(
    'Where the number is from, such as an offer',
  ),
});

/**
 * The body of `PUT /v1/decision/numbers/{id}`. Money is of the configured
 * currency.
 *
 * @public
 */
export type DecisionNumberRequest = z.input<typeof DecisionNumberRequestSchema>;
