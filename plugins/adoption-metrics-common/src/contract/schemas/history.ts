import { z } from 'zod';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { DaySchema, InstantSchema } from './common';

/** Characters of an imported table; larger ones have to be split. */
const LONGEST_IMPORT = 16_000_000;

const ImportSourceSchema = accepting(
  z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  "'csv', 'red-hat-adoption-insights' and sources of modules",
);

/** @public */
export const ImportRequestSchema = z.strictObject({
  source: ImportSourceSchema,
  csv: plain(z.string().min(1).max(LONGEST_IMPORT))
    .optional()
    .describe(
      'For the source `csv`: a header and a row for each day, person and plugin',
    ),
});

/**
 * The body of `POST /v1/history/imports`.
 *
 * @public
 */
export type ImportRequest = z.infer<typeof ImportRequestSchema>;

const importStates = ['ready', 'running', 'done', 'failed'] as const;

const skipReasons = [
  'not-over',
  'measured-here',
  'imported-before',
  'too-old',
  'guest',
  'not-a-user',
  'malformed',
] as const;

/** @public */
export const ImportSchema = z.object({
  id: z.number().int(),
  source: z.string(),
  label: z.string().describe('Name of the source'),
  state: z
    .enum(importStates)
    .describe('`ready` is a preview: nothing is imported before it is started'),
  createdAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
  failure: z
    .string()
    .nullable()
    .describe('A code of what went wrong; the import can be started again'),
  firstDay: DaySchema.nullable().describe('Null if there is nothing to import'),
  lastDay: DaySchema.nullable().describe('Inclusive'),
  days: z.number().int().min(0),
  daysDone: z.number().int().min(0).describe('Of `days`, while it runs'),
  interactions: z.number().int().min(0),
  people: z.object({
    developers: z.number().int().min(0).describe('Count as developers today'),
    otherUsers: z
      .number()
      .int()
      .min(0)
      .describe('In the catalog, and no developers'),
    unknown: z
      .number()
      .int()
      .min(0)
      .describe('Not in the catalog; they are imported, and not counted'),
  }),
  perDay: z.array(
    z.object({
      day: DaySchema,
      people: z.number().int().min(0),
      interactions: z.number().int().min(0),
    }),
  ),
  skipped: z.array(
    z.object({
      reason: z.enum(skipReasons),
      unit: z.enum(['days', 'rows', 'people']),
      count: z.number().int().min(1),
      detail: z.string().nullable(),
    }),
  ),
});

/** An import of past activity. @public */
export type HistoryImport = z.infer<typeof ImportSchema>;

/** @public */
export const ImportListSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  imports: z.array(ImportSchema),
});

/** The response of `GET /v1/history/imports`, newest first. @public */
export type HistoryImportList = z.infer<typeof ImportListSchema>;

/** @public */
export const ImportStartSchema = z.strictObject({
  id: accepting(
    z.number().int().min(1).max(999_999_999),
    "the 'id' of an import",
  ),
});
