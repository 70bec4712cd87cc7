import { z } from 'zod';
import {
  breakEvenStates,
  costGaps,
  costParts,
  peopleSources,
  roleYears,
} from '../../../vocabulary/money';
import { accepting } from '../../accepted';
import { plain } from '../../plainTexts';
import { DaySchema, InstantSchema } from '../common';

const LARGEST = 1e12;
const count = z.number().int().min(0);
const paid = z.number().min(0).max(LARGEST);

/** @public */
export const MoneyRangeSchema = z
  .object({ low: z.number().nullable(), high: z.number().nullable() })
  .describe(
    'From and to in the currency of the answer, both included and the same where it is one amount; null where that end is open',
  );

/** From and to, both included; null where that end is open. @public */
export type MoneyRange = z.infer<typeof MoneyRangeSchema>;

const money = MoneyRangeSchema.nullable();

const overYears = z
  .array(z.object({ years: z.number(), cost: money }))
  .describe('By the years for which the organization may invest');

const missing = z
  .array(z.object({ code: z.enum(costGaps), sentence: z.string() }))
  .describe('What is unknown or not included');

const people = z.object({ low: count, high: count });

/** @public */
export const PerActiveSchema = z.object({
  active: people.describe('Number of active users in the calculation'),
  allIn: money.describe('All-in cost of a year for each of them'),
  license: money.describe('License of a year for each of them'),
});

/** What a year costs for each active user. @public */
export type PerActive = z.infer<typeof PerActiveSchema>;

/** @public */
export const OptionCostSchema = z.object({
  option: z.string().describe('Id of the option'),
  title: z.string(),
  license: money.describe(
    'A year of license or fee; null while unknown, and where no number is of that alone',
  ),
  people: money.describe(
    'A year of the people who work on it; null while unknown, and where no number is of that alone',
  ),
  allIn: money.describe('A year, all that is known together'),
  includes: z.array(z.enum(costParts)).describe('What `allIn` includes'),
  missing,
  contradiction: z
    .object({
      fee: MoneyRangeSchema.describe('As published'),
      sentence: z.string(),
    })
    .nullable()
    .describe('That the published fee differs from what `seats` come to'),
  over: overYears,
  perDeveloper: money.describe(
    'All-in cost of a year for each developer; null while unknown',
  ),
  perActive: z.object({
    today: PerActiveSchema.nullable().describe(
      'With the active users of today',
    ),
    atTarget: PerActiveSchema.nullable().describe(
      'With as many as the target of active users asks for',
    ),
    expected: PerActiveSchema.nullable().describe(
      'With as many as are published for this option',
    ),
  }),
  netSaving: money.describe(
    'What it saves in people less what it costs in fees, a year, against running the portal yourself; negative where it costs more. null where no saving is published',
  ),
  seats: z
    .object({
      perSeatAndMonth: MoneyRangeSchema,
      developers: count,
      perYear: MoneyRangeSchema,
    })
    .nullable()
    .describe(
      'What a seat for each developer comes to; null without a price of seats',
    ),
});

/** What an option costs a year, as far as it is known. @public */
export type OptionCost = z.infer<typeof OptionCostSchema>;

/** @public */
export const BreakEvenSchema = z.object({
  state: z
    .enum(breakEvenStates)
    .describe(
      '`certain`: even at the highest cost; `possible`: only at the lower costs; `never`: not even at the lowest',
    ),
  earliest: DaySchema.nullable().describe('At the costs that favor switching'),
  latest: DaySchema.nullable().describe('At the costs that favor staying'),
  sentence: z.string(),
});

/** When a switch has paid for itself. @public */
export type BreakEven = z.infer<typeof BreakEvenSchema>;

/** @public */
export const CheapestFromSchema = z.object({
  possible: z
    .number()
    .nullable()
    .describe(
      'Share of developers from which it could be the cheapest; null if never',
    ),
  certain: z
    .number()
    .nullable()
    .describe(
      'Share of developers from which it is the cheapest at all costs within the ranges; null if never',
    ),
  sentence: z.string(),
});

/**
 * What adoption makes an option the cheapest per active user, all others
 * staying at theirs.
 *
 * @public
 */
export type CheapestFrom = z.infer<typeof CheapestFromSchema>;

const range = accepting(
  z
    .strictObject({ low: paid, high: paid })
    .superRefine(({ low, high }, context) => {
      if (low > high) {
        context.addIssue({
          code: 'custom',
          path: ['low'],
          message: `is ${low}; expected numbers up to 'high', ${high}`,
          params: { sentence: true },
        });
      }
    }),
  "amounts of money as { 'low', 'high' } from 0, the same where it is one amount",
);

const role = z.strictObject({
  title: plain(z.string().trim().min(1).max(100)),
  year: z.enum(roleYears),
  fte: z.number().min(0).max(10_000).describe('In full-time equivalents'),
  ratePerYear: paid
    .optional()
    .describe(
      'What a full-time equivalent costs a year; that of the numbers by default',
    ),
});

/** @public */
export const MoneyRequestSchema = z.strictObject({
  roles: z
    .array(role)
    .min(1)
    .max(50)
    .optional()
    .describe(
      'Who works on the portal; left out: the team that was answered, or else the published roles',
    ),
  licensePerYear: range
    .optional()
    .describe('What the portal costs in licenses today; left out: unknown'),
  hostingPerYear: range
    .optional()
    .describe('What its hosting costs today; left out: unknown'),
  spendingSince: DaySchema.optional().describe(
    'Since when there are people at work on it; left out: unknown',
  ),
  switchCost: range
    .optional()
    .describe(
      'What switching costs once, such as moving the catalog; left out: unknown',
    ),
  parallelMonths: z
    .number()
    .min(0)
    .max(120)
    .optional()
    .describe(
      'Months for which both portals have to be paid for; left out: unknown',
    ),
  note: plain(z.string().trim().max(500))
    .optional()
    .describe('Where these numbers are from'),
});

/**
 * What is known of the money that the portal costs: the body of
 * `PUT /v1/decision/money`. It replaces what was said before.
 *
 * @public
 */
export type MoneyRequest = z.infer<typeof MoneyRequestSchema>;

/** @public */
export const MoneyReportSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  day: DaySchema.describe('First day of the calculation'),
  currency: z.string().describe('Of every amount; ISO 4217'),
  mayChange: z.boolean().describe('Whether the caller may change the inputs'),
  developers: count.nullable(),
  active: count.nullable().describe('Active users today'),
  target: z.number().describe('Share of developers that are to be active'),
  ratePerYear: money.describe('What a full-time equivalent costs a year'),
  inputs: MoneyRequestSchema.extend({
    changedAt: InstantSchema.nullable(),
    changedBy: z
      .string()
      .nullable()
      .describe(
        'Entity ref; null once that person is forgotten, and if hidden from the caller',
      ),
  })
    .nullable()
    .describe('What was said last; null before anyone has said anything'),
  current: z
    .object({
      option: z
        .string()
        .nullable()
        .describe('Id of the option that the portal is; null while unknown'),
      roles: z.array(
        z.object({
          title: z.string(),
          year: z.enum(roleYears),
          fte: z.number(),
          ratePerYear: money,
          costPerYear: money,
        }),
      ),
      peopleFrom: z
        .enum(peopleSources)
        .describe(
          '`roles`: entered here; `team`: the answer about the team; `published`: the roles of a published account, since nothing else is known',
        ),
      people: z.object({ first: money, following: money }),
      license: money,
      hosting: money,
      yearOne: money.describe('The first year, all that is known together'),
      following: money.describe('Each year after it'),
      missing,
      over: overYears.describe('From its first year on'),
      overFromToday: overYears.describe(
        'From today on, which is what counts for the decision',
      ),
      perDeveloper: z.object({ yearOne: money, following: money }),
      perActive: z.object({
        today: PerActiveSchema.nullable(),
        atTarget: PerActiveSchema.nullable(),
      }),
      cheapestFrom: CheapestFromSchema.nullable(),
      sentence: z.string(),
    })
    .describe('The portal as it is'),
  options: z.array(
    OptionCostSchema.extend({
      isCurrent: z.boolean().describe('Whether the portal is that already'),
      cheapestFrom: CheapestFromSchema.nullable().describe(
        'null while its cost or that of all others is unknown',
      ),
      breakEven: BreakEvenSchema.nullable().describe(
        'null for what the portal is already',
      ),
    }),
  ),
  spent: z
    .object({
      since: DaySchema.nullable(),
      months: z.number().nullable(),
      people: money,
      fees: money,
      total: money,
      sentence: z.string(),
    })
    .describe(
      'Money that is spent already. It is no part of the decision, and enters nothing above',
    ),
});

/**
 * What the portal and its options cost: the answer of
 * `GET /v1/decision/money`.
 *
 * @public
 */
export type MoneyReport = z.infer<typeof MoneyReportSchema>;
