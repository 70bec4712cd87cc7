import { z } from 'zod';

/** How far a number can be trusted that somebody else has published. */
const GRADE = 'published, unverified';

/** What numbers count: money is of the currency of the file. */
export const units = [
  'FTE',
  'people',
  'share',
  'months',
  'years',
  'weeks',
  'teams',
  'plugins',
  'money/year',
  'money/seat/month',
] as const;

/** What of the cost of an option a number includes. */
export const costParts = ['people', 'licence'] as const;

/** What is published of an option. */
export const optionNumbers = [
  'team',
  'monthsToValue',
  'costPerYear',
  'fee',
  'seatPrice',
  'adoption',
  'staffSaved',
] as const;

/** What is known of an organization, by which options are judged. */
export const decisionFacts = [
  'developers',
  'team',
  'frontendSkills',
  'catalogDiscipline',
  'horizonYears',
  'customization',
  'monthsUntilNeeded',
  'internalTools',
  'budgetPerYear',
] as const;

const bound = z.number().min(0).nullable();

const range = z.strictObject({
  /** Inclusive; none if open. */
  low: bound,
  /** Inclusive; none if open. */
  high: bound,
  unit: z.enum(units),
  includes: z.array(z.enum(costParts)).optional(),
  source: z.string(),
  grade: z.string().default(GRADE),
});

const requirement = z.strictObject({
  fact: z.enum(decisionFacts),
  /** Inclusive. */
  low: z.number().optional(),
  /** Inclusive. */
  high: z.number().optional(),
  /** Exclusive. */
  below: z.number().optional(),
  oneOf: z.array(z.string()).optional(),
  is: z.boolean().optional(),
  source: z.string(),
});

/** What an organization may decide for. */
export const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  /** The title in the middle of a sentence. */
  phrase: z.string(),
  approach: z.enum(['build', 'buy', 'extend']),
  /** By which answer it is what the portal is today. */
  isCurrent: z.strictObject({ hosting: z.string() }).optional(),
  numbers: z.partialRecord(z.enum(optionNumbers), range),
  requires: z.array(requirement),
  givesUp: z.array(z.string()),
});

/** The file of all numbers that others have published. */
export const publishedSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      url: z.string().optional(),
      /** A day, or as much of one as is known. */
      date: z.string(),
    }),
  ),
  /** ISO 4217. */
  currency: z.string(),
  /** What is not of one option, by its id. */
  numbers: z.record(z.string(), range.extend({ title: z.string() })),
  /** Who works on a portal of one's own, in full-time equivalents. */
  roles: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      year: z.enum(['first', 'following']),
      fte: z.number(),
    }),
  ),
  options: z.array(optionSchema),
  /** Questions that all have to be answered with yes for an option. */
  readiness: z.strictObject({
    option: z.string(),
    source: z.string(),
    /** In the text, `{id}` stands for a number. */
    questions: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  }),
  /** Curves of adoption, by months after the launch. */
  plans: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      milestones: z.array(
        z.strictObject({ month: z.number(), share: z.number() }),
      ),
    }),
  ),
  recommendedPlugins: z.array(
    z.strictObject({ id: z.string(), title: z.string(), source: z.string() }),
  ),
});

/** What others have published, as it stands in the file. */
export type PublishedFile = z.output<typeof publishedSchema>;

export type OptionNumber = (typeof optionNumbers)[number];
export type DecisionFact = (typeof decisionFacts)[number];
export type Requirement = z.output<typeof requirement>;
