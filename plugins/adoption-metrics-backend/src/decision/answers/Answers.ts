import { Day } from '../../time';

/** How much of something is wanted. */
export const customizations = [
  'none',
  'limited',
  'moderate',
  'unique',
] as const;

/** How well a team knows React and TypeScript. */
export const skillLevels = ['weak', 'moderate', 'strong'] as const;

/** Who runs a portal: its owners, or a provider. */
export const hostings = ['self-hosted', 'managed'] as const;

/**
 * The answers to what nobody can measure. Numbers are of the unit that the name
 * says; money is of the configured currency.
 */
export interface AnswerValues {
  /** People who work on the portal, in full-time equivalents (FTE). */
  team: number;
  hosting: (typeof hostings)[number];
  /** Whether the portal has an executive sponsor. */
  sponsor: boolean;
  /** Months after launch by which leadership expects to meet the goal. */
  months: number;
  frontendSkills: (typeof skillLevels)[number];
  /** Years for which the organization invests. */
  horizonYears: number;
  customization: (typeof customizations)[number];
  /** Months until the portal must deliver value. */
  monthsUntilNeeded: number;
  /** Whether internal tooling exists to build on. */
  internalTools: boolean;
  budgetPerYear: number;
  /** Whether catalog entries are kept up to date by their owners; measured unless answered. */
  catalogDiscipline: boolean;
  /** Share of the portal's changes that come from outside its team. */
  outsideChanges: number;
}

export type Question = keyof AnswerValues;

/** What somebody answered. */
export interface Answer<Value> {
  value: Value;
  from: 'configuration' | 'page';
  /** None from the configuration. */
  answeredOn?: Day;
  /** Entity ref; none from the configuration, or once that person is forgotten. */
  answeredBy?: string;
  note?: string;
  /** The first day on which it does not count any more; never if undefined. */
  staleOn?: Day;
  /** Whether it is older than a year, and has to be asked again. */
  isStale: boolean;
}

/** By question; those of the readiness of an option by `readiness.<id>`. */
export interface Answers {
  values: { [Q in Question]?: Answer<AnswerValues[Q]> };
  readiness: Record<string, Answer<boolean> | undefined>;
}

/**
 * The value of an answer that a decision may rest on: one that is stale is
 * unknown until somebody gives it again.
 */
export function currentValue<Value>(
  answer: Answer<Value> | undefined,
): Value | undefined {
  return answer && !answer.isStale ? answer.value : undefined;
}

/** Reads what was answered last. */
export interface AnswersReader {
  read(): Promise<Answers>;
}
