import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  DecisionAnswers,
  DecisionAnswersRequest,
  DecisionQuestion,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import type { Loaded } from '../../api/useLoaded';
import { Details } from '../../ui/Details';
import { useLanguage } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { ChangeFailure } from './ChangeFailure';
import { QuestionRow } from './QuestionRow';
import { questionsId } from './sections';
import { answerOf, questionText, writtenAnswer } from './questionAnswers';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';
import styles from './DecisionTab.module.css';

interface QuestionsSectionProps {
  loaded: Loaded<DecisionAnswers>;
  /** Called once answers are stored. */
  onChanged: () => void;
}

/** What nobody can measure: asked once, and again a year later. */
export function QuestionsSection({ loaded, onChanged }: QuestionsSectionProps) {
  const { t } = useLanguage();

  return (
    <LoadedSection
      title={t('decision.questions.title')}
      id={questionsId}
      description={t('decision.questions.description')}
      loaded={loaded}
      height={600}
    >
      {answers => <Questions answers={answers} onChanged={onChanged} />}
    </LoadedSection>
  );
}

type Given = DecisionAnswersRequest['answers'];

function Questions(props: { answers: DecisionAnswers; onChanged: () => void }) {
  const { questions, mayAnswer } = props.answers;
  const { t } = useLanguage();

  const [edits, setEdits] = useState<Record<string, string>>({});
  const [note, setNote] = useState('');
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(() => {
    setEdits({});
    setNote('');
    props.onChanged();
  });
  const put = (answers: Given) =>
    change(() =>
      api.request('PUT /decision/answers', {
        body: { answers, ...(note.trim() && { note: note.trim() }) },
      }),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put(editedAnswers(questions, edits));
  };
  const { open, answered, configured } = grouped(questions);
  const rowsOf = (list: DecisionQuestion[]) => (
    <ul className={styles.questions}>
      {list.map(question => (
        <QuestionRow
          key={question.id}
          question={question}
          mayAnswer={mayAnswer}
          edit={edits[question.id]}
          onEdit={text => setEdits({ ...edits, [question.id]: text })}
          onConfirm={() => put({ [question.id]: question.value })}
        />
      ))}
    </ul>
  );
  return (
    <form className={layout.stack} onSubmit={submit}>
      {open.length > 0 ? (
        rowsOf(open)
      ) : (
        <p className={layout.text}>{t('decision.questions.noneOpen')}</p>
      )}
      {answered.length > 0 && (
        <Details
          summary={t('decision.questions.answeredCount', {
            count: answered.length,
          })}
        >
          {rowsOf(answered)}
        </Details>
      )}
      {configured.length > 0 && (
        <Details
          summary={t('decision.questions.configuredCount', {
            count: configured.length,
          })}
        >
          <ConfiguredAnswers questions={configured} />
        </Details>
      )}
      {mayAnswer && (
        <div className={layout.row}>
          <InputField
            label={t('decision.questions.note')}
            value={note}
            maxLength={500}
            onChange={setNote}
          />
          <Button
            variant="primary"
            type="submit"
            isPending={pending}
            isDisabled={Object.keys(edits).length === 0}
          >
            {t('decision.questions.save')}
          </Button>
        </div>
      )}
      <ChangeFailure error={error} />
    </form>
  );
}

/** Those that are open, those that may be changed here, and the others. */
function grouped(questions: DecisionQuestion[]) {
  const isConfigured = ({ from }: DecisionQuestion) => from === 'configuration';
  const isAnswered = ({ state }: DecisionQuestion) => state === 'answered';
  return {
    open: questions.filter(each => !isAnswered(each)),
    answered: questions.filter(each => isAnswered(each) && !isConfigured(each)),
    configured: questions.filter(
      each => isAnswered(each) && isConfigured(each),
    ),
  };
}

/** What only the configuration changes. */
function ConfiguredAnswers(props: { questions: DecisionQuestion[] }) {
  const language = useLanguage();

  return (
    <dl className={styles.answers}>
      {props.questions.map(question => (
        <div key={question.id}>
          <dt>{questionText(question, language)}</dt>
          <dd>{writtenAnswer(question, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function editedAnswers(
  questions: DecisionQuestion[],
  edits: Record<string, string>,
): Given {
  const edited = questions.filter(({ id }) => edits[id] !== undefined);
  return Object.fromEntries(
    edited.map(question => [
      question.id,
      answerOf(question, edits[question.id]),
    ]),
  );
}
