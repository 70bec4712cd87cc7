import {
  apiLocale,
  formatMoney,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { DecisionFact } from '../published/schema';
import {
  capitalized,
  Limits,
  writeAlternatives,
  writeLimits,
  writeMoneyLimits,
  writeNumber,
} from './write';

/** What an option takes, as far as words need it. */
export interface Wanted extends Limits {
  oneOf?: string[];
  is?: boolean;
}

/** How one fact is spoken of. */
interface FactWords {
  title: string;
  requires(wanted: Wanted, currency: string): string;
  /** What is there. */
  have(value: never, currency: string): string;
}

const ofNumber = (unit: string) => (wanted: Wanted) =>
  capitalized(writeLimits(wanted, value => writeNumber(value), unit));

/** How requirements are spoken of, by the fact that they are about. */
export const requirementWords: Record<DecisionFact, FactWords> = {
  developers: {
    title: 'Size',
    requires: ofNumber('developers'),
    have: (value: number) => `You have ${writeNumber(value)}.`,
  },
  team: {
    title: 'Team',
    requires: ofNumber('FTE'),
    have: (value: number) => `Your team has ${writeNumber(value)}.`,
  },
  frontendSkills: {
    title: 'Skills',
    requires: ({ oneOf = [] }) =>
      `${capitalized(writeAlternatives(oneOf))} React and TypeScript skills`,
    have: (value: string) => `Your team has ${value} skills.`,
  },
  catalogDiscipline: {
    title: 'Catalog discipline',
    requires: () => 'A catalog that owners keep up to date',
    have: (value: boolean) =>
      value
        ? 'Owners keep the catalog up to date.'
        : 'Owners do not keep the catalog up to date.',
  },
  horizonYears: {
    title: 'Horizon',
    requires: wanted => `An investment over ${limitedYears(wanted)}`,
    have: (value: number) =>
      `You plan to invest for ${writeCount(value, 'year', 'years')}.`,
  },
  customization: {
    title: 'Customization',
    requires: ({ oneOf = [] }) =>
      `${capitalized(writeAlternatives(oneOf))} customization`,
    have: (value: string) =>
      value === 'none'
        ? 'You do not need customization.'
        : `You need ${value} customization.`,
  },
  monthsUntilNeeded: {
    title: 'Urgency',
    requires: wanted =>
      `${ofNumber('months')(wanted)} until it must deliver value`,
    have: (value: number) =>
      `You need it within ${writeCount(value, 'month', 'months')}.`,
  },
  internalTools: {
    title: 'Internal tools',
    requires: ({ is }) =>
      is === false
        ? 'No internal tools to build on'
        : 'Internal tools to build on',
    have: (value: boolean) =>
      value ? 'You have internal tools.' : 'You have no internal tools.',
  },
  budgetPerYear: {
    title: 'Budget',
    requires: (wanted, currency) =>
      `${capitalized(writeMoneyLimits(wanted, currency))} a year`,
    have: (value: number, currency) =>
      `You can spend ${formatMoney(value, currency, apiLocale)} a year.`,
  },
};

function limitedYears(wanted: Wanted): string {
  return writeLimits(wanted, value => writeNumber(value), 'years');
}
