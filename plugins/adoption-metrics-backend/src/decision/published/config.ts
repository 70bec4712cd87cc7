import {
  approaches,
  costParts,
  optionNumberKinds,
} from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';
import {
  choice,
  flag,
  named,
  positive,
  refuse,
  section,
  amount,
  webAddress,
} from '../../configuration';
import {
  comparisons,
  decisionFacts,
  FileRequirement,
  requirementSchema,
  SLUG,
} from './schema';

const MOST_RATE = 1e9;
const MOST = 1e15;

function text() {
  return z.string().trim().min(1).max(500).meta({ accepted: 'texts' });
}

function texts() {
  return z.array(text()).meta({ accepted: 'lists of texts' });
}

const open = { otherwise: 'open' };
const bounds = {
  low: amount(MOST).optional().meta(open).describe('Lower bound, inclusive'),
  high: amount(MOST).optional().meta(open).describe('Upper bound, inclusive'),
};

const substitute = section({
  ...bounds,
  why: text().describe('Why it replaces the published number'),
});

const optionNumber = section({
  ...bounds,
  includes: z
    .array(choice(costParts))
    .optional()
    .meta({
      accepted: `lists of ${costParts.join(', ')}`,
      otherwise: '`license`, of a fee and a price',
    })
    .describe('Which parts of the cost it includes'),
});

const requirement = section({
  fact: choice(decisionFacts).describe(
    'What is compared about the organization',
  ),
  number: text()
    .optional()
    .describe('Kind or ID of the number to compare with'),
  compare: choice(comparisons).optional().describe('How to compare'),
  oneOf: texts().optional().describe('What fits'),
  is: flag().optional().describe('What fits'),
})
  .transform((given, context): FileRequirement => {
    const set = Object.entries(given).filter(
      ([, value]) => value !== undefined,
    );
    const { data } = requirementSchema.safeParse(Object.fromEntries(set));
    return data ?? refuse(context);
  })
  .meta({
    accepted:
      'groups of fact, with number and compare, with oneOf, or with is, as the fact takes it',
  });

const source = section({
  title: text().describe('Such as a vendor quote'),
  url: webAddress('remove them').optional().describe('URL of the source'),
  date: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .meta({
      accepted: "days, months and years such as '2026-11-30', in quotes",
    })
    .describe('Date of the source'),
});

const ownOption = section({
  id: z
    .string()
    .regex(SLUG)
    .meta({ accepted: 'lower-case letters, digits and dashes' })
    .describe('ID of the option'),
  title: text().describe('Name of the option'),
  phrase: text()
    .optional()
    .meta({ otherwise: 'the title' })
    .describe('Name within a sentence'),
  approach: choice(approaches).describe('What choosing it means'),
  source: source.describe('Source of its numbers'),
  numbers: z
    .partialRecord(z.enum(optionNumberKinds), optionNumber)
    .prefault({})
    .meta({ accepted: `groups of ${optionNumberKinds.join(', ')}` })
    .describe('Amounts are in the configured currency'),
  requires: z
    .array(requirement)
    .prefault([])
    .meta({ accepted: 'lists of requirements' })
    .describe('What the option requires'),
  givesUp: texts().prefault([]).describe('What you give up with it'),
});

const currencies = Intl.supportedValuesOf('currency');

/** The configuration below `adoptionMetrics.decision` that is about numbers. */
export const numbersConfig = {
  currency: z
    .string()
    .refine(code => currencies.includes(code))
    .meta({ accepted: "codes of ISO 4217 such as 'EUR'" })
    .optional()
    .meta({ otherwise: 'the currency of the published numbers' })
    .describe('Currency of all money'),
  exchangeRate: positive(MOST_RATE, 'the currency')
    .optional()
    .meta({ otherwise: 'published money is unknown in another currency' })
    .describe(
      'Exchange rate: how much of `currency` one unit of the published currency is worth',
    ),
  numbers: named(
    {
      pattern: /^[A-Za-z0-9.-]{1,128}$/,
      accepted: 'the ids of numbers, such as pluginCap',
    },
    substitute,
  )
    .prefault({})
    .describe('Replacements of published numbers, by ID'),
  options: z
    .array(ownOption)
    .prefault([])
    .meta({ accepted: 'lists of options' })
    .describe("The organization's own options, such as a vendor quote"),
};

/** What the configuration says of numbers. */
export type NumbersConfig = z.output<z.ZodObject<typeof numbersConfig>>;

/** An option of the organization's own, as it is configured. */
export type OwnOption = NumbersConfig['options'][number];
