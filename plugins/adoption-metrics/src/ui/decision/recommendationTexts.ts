import type {
  ComparedOption,
  DecisionOptions,
  OptionRequirement,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';
import { moneyText } from '../moneyText';
import { rangeText } from '../rangeText';
import { requirementTitle } from './names';
import { haveText, requiredText } from './requirementTexts';

/** Which option is recommended, or comes closest. */
export function recommendationText(
  options: DecisionOptions,
  { t, format }: Language,
): string {
  const { state, sentence } = options.recommendation;
  const chosen = chosenOf(options);
  const names = format.list(chosen.map(({ title }) => title));
  if (chosen.length === 0) {
    return t('decision.recommendation.nothing');
  }
  switch (state) {
    case 'recommended':
      return isAlone(options)
        ? t('decision.recommendation.only', { names })
        : t('decision.recommendation.recommended', { names });
    case 'tie':
    case 'provisional':
    case 'none':
      return t(`decision.recommendation.${state}`, { names });
    default:
      return sentence;
  }
}

function isAlone({ options }: DecisionOptions): boolean {
  return options.filter(({ state }) => state === 'fits').length === 1;
}

/** What is recommended, or closest. */
export function chosenOf({
  options,
  recommendation,
}: DecisionOptions): ComparedOption[] {
  return options.filter(({ id }) => recommendation.options.includes(id));
}

/** What speaks for what is recommended, and what is still open. */
export function reasonsFor(
  options: DecisionOptions,
  language: Language,
): string[] {
  const chosen = chosenOf(options);
  return chosen.flatMap(option => {
    const reasons = [
      ...coverage(option, language),
      ...cost(option, options, language),
      ...notMetOf(option, options, language),
    ];
    return chosen.length > 1
      ? reasons.map(reason => named(option, reason, language))
      : reasons;
  });
}

/** Why it is none of the others, each with its name. */
export function reasonsAgainst(
  options: DecisionOptions,
  language: Language,
): string[] {
  const chosen = chosenOf(options);
  return options.options
    .filter(option => !chosen.includes(option))
    .map(option =>
      named(option, reasonAgainst(option, options, language), language),
    );
}

function reasonAgainst(
  option: ComparedOption,
  options: DecisionOptions,
  language: Language,
): string {
  const { t } = language;
  if (options.verdict.state === 'pivot' && option.isCurrent) {
    return t('decision.recommendation.current');
  }
  const lacks = notMetOf(option, options, language);
  if (lacks.length > 0) {
    return lacks.join(' ');
  }
  const [costs] = cost(option, options, language);
  return costs
    ? t('decision.recommendation.costsMore', { costs })
    : t('decision.recommendation.costUnknown');
}

function named(
  { title }: ComparedOption,
  reason: string,
  { t }: Language,
): string {
  return t('decision.recommendation.named', { title, reason });
}

function coverage({ team }: ComparedOption, { t, format }: Language): string[] {
  return team && team.gap === 0 && team.have !== null
    ? [
        t('decision.recommendation.team', {
          have: format.number(team.have),
          needed: rangeText(team.needed, format.number, { t }),
        }),
      ]
    : [];
}

// Without its people, something only seems to cost less.
function cost(
  { cost: { allIn, includes } }: ComparedOption,
  { currency }: DecisionOptions,
  language: Language,
): string[] {
  return allIn && includes.includes('people')
    ? [
        language.t('decision.recommendation.cost', {
          cost: moneyText(allIn, currency, language),
        }),
      ]
    : [];
}

/** What rules it out; where nothing does, what is not known. */
function notMetOf(
  { requirements }: ComparedOption,
  { currency }: DecisionOptions,
  language: Language,
): string[] {
  const within = (wanted: OptionRequirement['state']) =>
    requirements.filter(({ state }) => state === wanted);
  const unmet = within('not-met');
  return (unmet.length > 0 ? unmet : within('unknown')).map(requirement =>
    language.t('decision.recommendation.requirement', {
      title: requirementTitle(requirement, language),
      requires: requiredText(requirement, currency, language),
      reason: haveText(requirement, currency, language),
    }),
  );
}
