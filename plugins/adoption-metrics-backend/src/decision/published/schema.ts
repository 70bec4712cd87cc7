import {
  approaches,
  costParts,
  decisionUnits,
  numberGrades,
  DecisionUnit,
  optionNumberKinds,
  OptionNumberKind,
  publishedRoleYears,
} from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';
import { customizations, hostings, skillLevels } from '../answers/Answers';

/** How far a number can be trusted: of somebody else, and of one's own. */
export const [GRADE, OWN_GRADE] = numberGrades;

/** What is published of an option, and what it counts. */
export const optionNumbers = {
  team: { title: 'Team', unit: 'FTE' },
  developers: { title: 'Recommended number of developers', unit: 'people' },
  monthsToValue: { title: 'Months to value', unit: 'months' },
  costPerYear: { title: 'Cost a year', unit: 'money/year' },
  fee: { title: 'Fee a year', unit: 'money/year' },
  seatPrice: { title: 'Price of a seat a month', unit: 'money/seat/month' },
  adoption: { title: 'Adoption', unit: 'share' },
  staffSaved: { title: 'Staff saved', unit: 'FTE' },
} as const satisfies Record<
  OptionNumberKind,
  { title: string; unit: DecisionUnit }
>;

export type OptionNumber = OptionNumberKind;

/** What is known of an organization by a number. */
const measures = [
  'developers',
  'team',
  'horizonYears',
  'monthsUntilNeeded',
  'budgetPerYear',
] as const;

/** What is either so or not. */
const statements = ['catalogDiscipline', 'internalTools'] as const;

/** What is known of an organization, by which options are judged. */
export const decisionFacts = [
  ...measures,
  'frontendSkills',
  'customization',
  ...statements,
] as const;

export type DecisionFact = (typeof decisionFacts)[number];

/** How a fact is compared with a number; bounds are inclusive but for `below`. */
export const comparisons = ['at-least', 'below', 'within'] as const;

/** What an option takes of an organization. */
export const requirementSchema = z.union([
  z.strictObject({
    fact: z.enum(measures),
    /** A kind of number of the option, or the id of one that is of none. */
    number: z.string(),
    compare: z.enum(comparisons),
  }),
  z.strictObject({
    fact: z.literal('frontendSkills'),
    oneOf: z.array(z.enum(skillLevels)).min(1),
  }),
  z.strictObject({
    fact: z.literal('customization'),
    oneOf: z.array(z.enum(customizations)).min(1),
  }),
  z.strictObject({ fact: z.enum(statements), is: z.boolean() }),
]);

const bound = z.number().min(0).nullable();
const text = z.string().min(1);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** Ids of options and the like. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const slug = z.string().regex(SLUG);

const claim = z.strictObject({
  /** Inclusive; none if open. */
  low: bound,
  /** Inclusive; none if open. */
  high: bound,
  source: text,
  grade: text.default(GRADE),
});

const range = claim.extend({
  unit: z.enum(decisionUnits),
  /** ISO 4217, unless money is of the currency of the file. */
  currency: currency.optional(),
  includes: z.array(z.enum(costParts)).optional(),
  /** What has been published that contradicts it. */
  alsoPublished: z.array(claim).optional(),
});

/** A number that is another one, until it is replaced by itself. */
const sameAs = z.strictObject({ sameAs: text });

const numberOfOption = z.union([range, sameAs]);

/** What an organization may decide for. */
const option = z.strictObject({
  id: slug,
  title: text,
  /** The title in the middle of a sentence. */
  phrase: text,
  approach: z.enum(approaches),
  /** By which answer it is what the portal is today. */
  isCurrent: z.strictObject({ hosting: z.enum(hostings) }).optional(),
  numbers: z.partialRecord(z.enum(optionNumberKinds), numberOfOption),
  requires: z.array(requirementSchema),
  source: text,
  givesUp: z.array(text),
});

/** Numbers that are not of one option, and that the product counts with. */
export const generalNumbers = [
  'leastTeam',
  'pluginCap',
  'monthsToGoal',
  'averageAdoption',
  'stuckShare',
  'pilotTeams',
  'ftePrice',
  'horizon',
  'trialWeeks',
] as const;

export type GeneralNumber = (typeof generalNumbers)[number];

const general = range.extend({ title: text });

/** The file of all numbers that others have published. */
export const publishedSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      title: text,
      url: z.url().optional(),
      /** A day, or as much of one as is known. */
      date: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
    }),
  ),
  /** ISO 4217. */
  currency,
  /** What is not of one option, by its id. */
  numbers: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), general),
  /** Who works on a portal of one's own, in full-time equivalents. */
  roles: z.array(
    z.strictObject({
      id: slug,
      title: text,
      year: z.enum(publishedRoleYears),
      fte: z.number().min(0),
      source: text,
    }),
  ),
  options: z.array(option).min(1),
  /** Questions that all have to be answered with yes for an option. */
  readiness: z.strictObject({
    option: text,
    source: text,
    /** In the text, `{id}` stands for a number. */
    questions: z.array(z.strictObject({ id: slug, text })),
  }),
  /** Curves of adoption, by months after the launch. */
  plans: z.array(
    z.strictObject({
      id: slug,
      title: text,
      source: text,
      milestones: z
        .array(
          z.strictObject({
            month: z.int().min(0),
            share: z.number().min(0).max(1),
          }),
        )
        .min(2),
    }),
  ),
  recommendedPlugins: z.array(
    z.strictObject({ id: text, title: text, source: text }),
  ),
});

/** What others have published, as it stands in the file. */
export type PublishedFile = z.output<typeof publishedSchema>;

export type FileOption = PublishedFile['options'][number];
export type FileRange = z.output<typeof range>;
export type FileNumber = z.output<typeof numberOfOption>;
export type FileRequirement = z.output<typeof requirementSchema>;
