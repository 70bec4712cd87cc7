import { Button } from '@backstage/ui';
import type { DecisionQuestion } from 'backstage-plugin-adoption-metrics-common';
import { Details } from '../../ui/Details';
import { useLanguage, type Language } from '../../ui/format';
import { Chip } from '../../ui/StatusChip';
import { SelectField } from './fields';
import {
  choicesOf,
  questionText,
  textOf,
  unitText,
  writtenAnswer,
} from './questionAnswers';
import { Sentences } from './Sentences';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface QuestionRowProps {
  question: DecisionQuestion;
  mayAnswer: boolean;
  /** What stands in the field, if somebody edited it. */
  edit?: string;
  onEdit: (text: string) => void;
  /** Gives a stale answer again. */
  onConfirm: () => void;
}

/** A question, its answer, and who gave it when. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, mayAnswer, onConfirm } = props;
  const language = useLanguage();
  const { t } = language;

  const { state, from } = question;
  const text = questionText(question, language);
  const isEditable = mayAnswer && from !== 'configuration';
  return (
    <li>
      {isEditable ? (
        <AnswerField {...props} />
      ) : (
        <div>
          <div>{text}</div>
          <strong>{writtenAnswer(question, language)}</strong>
        </div>
      )}
      <div className={layout.quiet}>
        {state === 'stale' && (
          <Chip tone="warning">{t('decision.questions.stale')}</Chip>
        )}{' '}
        {originText(question, language)}
        {state === 'stale' && isEditable && (
          <Button
            variant="tertiary"
            aria-label={t('decision.questions.confirmLabel', { text })}
            onPress={onConfirm}
          >
            {t('decision.questions.confirm')}
          </Button>
        )}
      </div>
      <Earlier question={question} />
    </li>
  );
}

/** What was answered before. An older backend says nothing. */
function Earlier({ question }: Pick<QuestionRowProps, 'question'>) {
  const language = useLanguage();
  const { t, format } = language;

  const { earlier = [] } = question;
  if (earlier.length === 0) {
    return null;
  }
  const texts = earlier.map(({ value, note, answeredOn, answeredBy }) => {
    const answer = t('decision.questions.before', {
      value: writtenAnswer({ ...question, value }, language),
      by: answeredBy ?? t('common.deletedUser'),
      day: format.date(answeredOn),
    });
    return note
      ? t('decision.questions.beforeNoted', { answer, note })
      : answer;
  });
  return (
    <Details
      summary={t('decision.questions.earlier', { count: earlier.length })}
      label={t('decision.questions.earlierOf', {
        text: questionText(question, language),
      })}
    >
      <Sentences list={texts} />
    </Details>
  );
}

function AnswerField({ question, edit, onEdit }: QuestionRowProps) {
  const language = useLanguage();

  const { kind, unit, least, most } = question;
  const text = questionText(question, language);
  const beside = unitText(question, language);
  const value = edit ?? textOf(question);
  return kind === 'number' ? (
    <InputField
      type="number"
      label={beside ? `${text} (${beside})` : text}
      value={value}
      min={scaled(least, unit)}
      max={scaled(most, unit)}
      step="any"
      onChange={onEdit}
    />
  ) : (
    <SelectField
      label={text}
      value={value}
      options={choicesOf(question, language)}
      onChange={onEdit}
    />
  );
}

function scaled(bound: number | null, unit: string | null) {
  return bound === null ? undefined : bound * (unit === 'share' ? 100 : 1);
}

function originText(
  { state, from, answeredBy, answeredOn, note }: DecisionQuestion,
  { t, format }: Language,
): string {
  if (state === 'unanswered') {
    return t('decision.questions.unanswered');
  }
  const day = answeredOn ? format.date(answeredOn) : t('common.unknown');
  const origin =
    from === 'configuration'
      ? t('decision.questions.configured')
      : t('decision.questions.answered', {
          by: answeredBy ?? t('common.deletedUser'),
          day,
        });
  return note ? t('decision.questions.noted', { origin, note }) : origin;
}
