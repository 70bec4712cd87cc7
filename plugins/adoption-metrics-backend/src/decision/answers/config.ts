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

const unanswered = { otherwise: 'asked in the page' };

/** The configuration below `adoptionMetrics.decision.answers`. */
export const answersConfig = section({
  answeredOn: calendarDay()
    .optional()
    .meta({ otherwise: 'never stale' })
    .describe(
      'Day on which these answers were given; they go stale a year after it',
    ),
  team: amount(MOST_FTE)
    .optional()
    .meta(unanswered)
    .describe('People who work on the portal, in full-time equivalents'),
  hosting: choice(hostings).optional().meta(unanswered).describe('Who runs it'),
  sponsor: flag()
    .optional()
    .meta(unanswered)
    .describe('Whether it has an executive sponsor'),
  months: amount(MOST_MONTHS)
    .optional()
    .meta(unanswered)
    .describe('Months after the launch in which leadership expects the goal'),
  frontendSkills: choice(skillLevels)
    .optional()
    .meta(unanswered)
    .describe('How well the team knows React and TypeScript'),
  horizonYears: amount(MOST_YEARS)
    .optional()
    .meta(unanswered)
    .describe('Years for which the organization invests in a portal'),
  customization: choice(customizations)
    .optional()
    .meta(unanswered)
    .describe('How much customization is needed'),
  monthsUntilNeeded: amount(MOST_MONTHS)
    .optional()
    .meta(unanswered)
    .describe('Months in which the portal has to be of value'),
  internalTools: flag()
    .optional()
    .meta(unanswered)
    .describe('Whether there is a framework of internal tools to build on'),
  budgetPerYear: amount(MOST_MONEY)
    .optional()
    .meta(unanswered)
    .describe('What the portal may cost a year, people included'),
  catalogDiscipline: flag()
    .optional()
    .meta({ otherwise: 'asked in the page, beside what is measured' })
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
    .meta({ ...unanswered, accepted: 'true or false by the id of a question' })
    .describe('Answers to the questions of readiness, by their ids'),
});

/** What the configuration answers. */
export type ConfiguredAnswers = z.output<typeof answersConfig>;
