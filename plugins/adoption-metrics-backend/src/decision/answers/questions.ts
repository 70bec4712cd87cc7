import { customizations, hostings, Question, skillLevels } from './Answers';

/** A question that nobody can measure the answer to. */
export type QuestionRow =
  | { text: string; kind: 'yes-no' }
  | { text: string; kind: 'choice'; choices: readonly string[] }
  | { text: string; kind: 'number'; unit: QuestionUnit; most: number };

/** What the answer to a question counts; money is of the configured currency. */
export type QuestionUnit = 'FTE' | 'months' | 'years' | 'share' | 'money/year';

/** More is a mistake. */
export const MOST_FTE = 10_000;
export const MOST_MONTHS = 600;
export const MOST_YEARS = 50;
export const MOST_MONEY = 1e15;

/** Every question but those of readiness, in the order in which to ask them. */
export const questions: Record<Question, QuestionRow> = {
  team: {
    text: 'How many people work on the portal, in full-time equivalents?',
    kind: 'number',
    unit: 'FTE',
    most: MOST_FTE,
  },
  hosting: {
    text: 'Who operates the portal: your own team or a provider?',
    kind: 'choice',
    choices: hostings,
  },
  sponsor: {
    text: 'Does the portal have an executive sponsor?',
    kind: 'yes-no',
  },
  months: {
    text: 'How many months after launch does leadership expect to meet the goal?',
    kind: 'number',
    unit: 'months',
    most: MOST_MONTHS,
  },
  frontendSkills: {
    text: 'How well does the team know React and TypeScript?',
    kind: 'choice',
    choices: skillLevels,
  },
  horizonYears: {
    text: 'For how many years does the organization plan to invest in a portal?',
    kind: 'number',
    unit: 'years',
    most: MOST_YEARS,
  },
  customization: {
    text: 'How much customization does the portal need?',
    kind: 'choice',
    choices: customizations,
  },
  monthsUntilNeeded: {
    text: 'In how many months must the portal deliver value?',
    kind: 'number',
    unit: 'months',
    most: MOST_MONTHS,
  },
  internalTools: {
    text: 'Does internal tooling exist to build a portal on?',
    kind: 'yes-no',
  },
  budgetPerYear: {
    text: 'What is the yearly budget for the portal, including people?',
    kind: 'number',
    unit: 'money/year',
    most: MOST_MONEY,
  },
  catalogDiscipline: {
    text: 'Do owners keep their catalog entries up to date?',
    kind: 'yes-no',
  },
  outsideChanges: {
    text: 'What share of changes to the portal comes from outside its team?',
    kind: 'number',
    unit: 'share',
    most: 1,
  },
};

export const questionIds = Object.keys(questions) as Question[];

/** Whether a value is an answer to a question. */
export function isAnswer(row: QuestionRow, value: unknown): boolean {
  switch (row.kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return row.choices.some(choice => choice === value);
    default:
      return typeof value === 'number' && value >= 0 && value <= row.most;
  }
}

/** What a question accepts, in words. */
export function acceptedBy(row: QuestionRow): string {
  switch (row.kind) {
    case 'yes-no':
      return 'true, false, or null';
    case 'choice':
      return [...row.choices, 'or null'].join(', ');
    default:
      return `numbers from 0 to ${row.most}, or null`;
  }
}
