import type {
  DecisionAnswersRequest,
  DecisionQuestion,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';

type Value = DecisionAnswersRequest['answers'][string];

/** How a share is asked for; it is sent as a fraction. */
const PERCENT = 'share';

const YES = 'yes';
const NO = 'no';

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

const choiceNames = [
  'none',
  'limited',
  'moderate',
  'unique',
  'weak',
  'strong',
  'self-hosted',
  'managed',
] as const;

/** A choice in words, if it has any. */
export function choiceName(id: string, { t }: Pick<Language, 't'>): string {
  const known = choiceNames.find(each => each === id);
  return known ? t(`decision.choice.${known}`) : id;
}

/** An answer as it reads where it cannot be changed. */
export function writtenAnswer(
  question: DecisionQuestion,
  { t, format }: Language,
): string {
  const { value, unit } = question;
  switch (typeof value) {
    case 'number':
      return unit === PERCENT
        ? format.share(value)
        : [format.number(value), unit].filter(Boolean).join(' ');
    case 'boolean':
      return value ? t('decision.yes') : t('decision.no');
    case 'string':
      return choiceName(value, { t });
    default:
      return t('decision.questions.unanswered');
  }
}
