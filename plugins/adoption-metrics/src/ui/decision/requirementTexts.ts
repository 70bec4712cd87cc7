import type { OptionRequirement } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';
import { moneyText } from '../moneyText';
import { rangeText } from '../rangeText';
import { choiceName } from './names';

type Wanted = OptionRequirement['wanted'];

/** What an option takes: "4 or more FTE". */
export function requiredText(
  requirement: OptionRequirement,
  currency: string,
  language: Language,
): string {
  const { id, requires } = requirement;
  // An older backend gives its sentence alone.
  const wanted = requirement.wanted as Wanted | undefined;
  const { t } = language;
  if (!wanted) {
    return withoutPeriod(requires);
  }
  switch (id) {
    case 'developers':
    case 'team':
    case 'horizonYears':
    case 'monthsUntilNeeded':
    case 'timeToValue':
      return t(`decision.required.${id}`, {
        amount: limitsText(wanted, language.format.number, language),
      });
    case 'budgetPerYear':
      return t('decision.required.budgetPerYear', {
        amount: moneyText(wanted, currency, language),
      });
    case 'frontendSkills':
    case 'customization':
      return t(`decision.required.${id}`, {
        list: language.format.list(
          (wanted.oneOf ?? []).map(each => choiceName(each, language)),
        ),
      });
    case 'catalogDiscipline':
      return t('decision.required.catalogDiscipline');
    case 'internalTools':
      return wanted.is === false
        ? t('decision.required.noInternalTools')
        : t('decision.required.internalTools');
    default:
      return withoutPeriod(requires);
  }
}

/** What is there of it: "Your team has 3 FTE.". */
export function haveText(
  requirement: OptionRequirement,
  currency: string,
  language: Language,
): string {
  const { id, state, reason } = requirement;
  // An older backend gives its sentence alone.
  const have = requirement.have as OptionRequirement['have'] | undefined;
  const { t, format } = language;
  if (have === undefined) {
    return reason;
  }
  if (have === null) {
    return t('decision.have.unknown');
  }
  // What is known, but not of what the option takes.
  if (state === 'unknown' && (id !== 'timeToValue' || isOpen(requirement))) {
    return t('decision.have.open');
  }
  switch (id) {
    case 'developers':
    case 'team':
    case 'horizonYears':
    case 'monthsUntilNeeded':
      return t(`decision.have.${id}`, { amount: format.number(Number(have)) });
    case 'timeToValue':
      return state === 'unknown'
        ? t('decision.have.atBest', { amount: format.number(Number(have)) })
        : t('decision.have.monthsUntilNeeded', {
            amount: format.number(Number(have)),
          });
    case 'budgetPerYear':
      return t('decision.have.budgetPerYear', {
        amount: format.money(Number(have), currency),
      });
    case 'frontendSkills':
    case 'customization':
      return t(`decision.have.${id}`, {
        choice: choiceName(String(have), language),
      });
    case 'catalogDiscipline':
    case 'internalTools':
      return t(`decision.have.${id}.${have === true ? 'yes' : 'no'}`);
    default:
      return reason;
  }
}

function isOpen({ wanted }: OptionRequirement): boolean {
  return wanted.low === null && wanted.high === null;
}

function limitsText(
  { low, high, below }: Wanted,
  write: (value: number) => string,
  { t }: Language,
): string {
  if (below === null) {
    return rangeText({ low, high }, write, { t });
  }
  return low === null
    ? t('decision.range.below', { high: write(below) })
    : t('decision.range.upToBelow', { low: write(low), high: write(below) });
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
