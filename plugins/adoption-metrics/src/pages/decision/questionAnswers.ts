import type {
  DecisionAnswersRequest,
  DecisionQuestion,
} from 'backstage-plugin-adoption-metrics-common';
import { choiceName } from '../../ui/decision';
import type { Language } from '../../ui/format';

type Value = DecisionAnswersRequest['answers'][string];

/** How a share is asked for; it is sent as a fraction. */
const PERCENT = 'share';

const YES = 'yes';
const NO = 'no';

const questionIds = [
  'team',
  'hosting',
  'sponsor',
  'months',
  'frontendSkills',
  'horizonYears',
  'customization',
  'monthsUntilNeeded',
  'internalTools',
  'budgetPerYear',
  'catalogDiscipline',
  'outsideChanges',
] as const;

/** A question in the reader's words; one that is published or newer as it stands. */
export function questionText(
  { id, text }: Pick<DecisionQuestion, 'id' | 'text'>,
  { t }: Pick<Language, 't'>,
): string {
  const known = questionIds.find(each => each === id);
  return known ? t(`decision.question.${known}`) : text;
}

const units = ['FTE', 'months', 'years'] as const;

/** What stands beside the field of a number. */
export function unitText(
  { unit }: Pick<DecisionQuestion, 'unit'>,
  { t }: Pick<Language, 't'>,
): string | undefined {
  if (unit === PERCENT) {
    return '%';
  }
  const known = units.find(each => each === unit);
  return known
    ? t(`decision.unit.${known}`, { amount: '' }).trim()
    : unit ?? undefined;
}

/** What was typed or chosen, as it is sent; null takes an answer back. */
export function answerOf(
  { kind, unit }: DecisionQuestion,
  text: string,
): Value {
  if (text === '') {
    return null;
  }
  switch (kind) {
    case 'number':
      return unit === PERCENT ? Number(text) / 100 : Number(text);
    case 'yes-no':
      return text === YES;
    default:
      return text;
  }
}

/** What stands in the field of a question before anybody edits it. */
export function textOf({ value, unit }: DecisionQuestion): string {
  switch (typeof value) {
    case 'number':
      return String(
        unit === PERCENT ? Number((value * 100).toFixed(6)) : value,
      );
    case 'boolean':
      return value ? YES : NO;
    default:
      return value ?? '';
  }
}

/** What can be chosen, with nothing first. */
export function choicesOf(
  { kind, choices }: DecisionQuestion,
  { t }: Pick<Language, 't'>,
): Array<readonly [string, string]> {
  const named =
    kind === 'yes-no'
      ? ([
          [YES, t('decision.yes')],
          [NO, t('decision.no')],
        ] as const)
      : choices.map(each => [each, choiceName(each, { t })] as const);
  return [['', t('decision.questions.none')], ...named];
}

/** An answer as it reads where it cannot be changed. */
export function writtenAnswer(
  question: DecisionQuestion,
  { t, format }: Language,
): string {
  const { value } = question;
  switch (typeof value) {
    case 'number':
      return numberText(value, question, { t, format });
    case 'boolean':
      return value ? t('decision.yes') : t('decision.no');
    case 'string':
      return choiceName(value, { t });
    default:
      return t('decision.questions.unanswered');
  }
}

function numberText(
  value: number,
  { unit }: DecisionQuestion,
  { t, format }: Language,
): string {
  if (unit === PERCENT) {
    return format.share(value);
  }
  // "USD a year".
  const [, currency] = /^([A-Z]{3}) /.exec(unit ?? '') ?? [];
  return currency
    ? t('decision.unit.perYear', { amount: format.money(value, currency) })
    : [format.number(value), unitText({ unit }, { t })]
        .filter(Boolean)
        .join(' ');
}
