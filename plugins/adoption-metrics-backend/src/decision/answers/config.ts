import { z } from 'zod';
import {
  amount,
  calendarDay,
  choice,
  flag,
  named,
  section,
} from '../../configuration';
import { customizations, hostings, skillLevels } from './Answers';
import { MOST_FTE, MOST_MONEY, MOST_MONTHS, MOST_YEARS } from './questions';

const unanswered = { otherwise: 'answered in the UI' };

/** The configuration below `adoptionMetrics.decision.answers`. */
export const answersConfig = section({
  answeredOn: calendarDay()
    .optional()
    .meta({ otherwise: 'never out of date' })
    .describe(
      'Day on which these answers were given; they expire a year later',
    ),
  team: amount(MOST_FTE)
    .optional()
    .meta(unanswered)
    .describe('People who work on the portal, in full-time equivalents (FTE)'),
  hosting: choice(hostings)
    .optional()
    .meta(unanswered)
    .describe('Who operates the portal'),
  sponsor: flag()
    .optional()
    .meta(unanswered)
    .describe('Whether the portal has an executive sponsor'),
  months: amount(MOST_MONTHS)
    .optional()
    .meta(unanswered)
    .describe(
      'Months after launch by which leadership expects to meet the goal',
    ),
  frontendSkills: choice(skillLevels)
    .optional()
    .meta(unanswered)
    .describe('How well the team knows React and TypeScript'),
  horizonYears: amount(MOST_YEARS)
    .optional()
    .meta(unanswered)
    .describe('Years for which the organization plans to invest in a portal'),
  customization: choice(customizations)
    .optional()
    .meta(unanswered)
    .describe('How much customization is needed'),
  monthsUntilNeeded: amount(MOST_MONTHS)
    .optional()
    .meta(unanswered)
    .describe('Months until the portal must deliver value'),
  internalTools: flag()
    .optional()
    .meta(unanswered)
    .describe('Whether internal tooling exists to build on'),
  budgetPerYear: amount(MOST_MONEY)
    .optional()
    .meta(unanswered)
    .describe('Yearly budget for the portal, including people'),
  catalogDiscipline: flag()
    .optional()
    .meta({ otherwise: 'answered in the UI, next to what is measured' })
    .describe('Whether owners keep their catalog entries up to date'),
  outsideChanges: amount(1)
    .optional()
    .meta(unanswered)
    .describe('Share of changes to the portal that come from outside its team'),
  readiness: named(
    { pattern: /^[a-z0-9-]+$/, accepted: 'ids of the readiness questions' },
    flag(),
  )
    .prefault({})
    .meta({ ...unanswered, accepted: 'true or false for each question ID' })
    .describe('Answers to the readiness questions, by ID'),
});

/** What the configuration answers. */
export type ConfiguredAnswers = z.output<typeof answersConfig>;
