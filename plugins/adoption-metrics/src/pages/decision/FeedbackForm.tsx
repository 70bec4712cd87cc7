import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Proof } from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { useLanguage } from '../../ui/format';
import { ChangeFailure } from './ChangeFailure';
import { SelectField } from './fields';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface FeedbackFormProps {
  proof: Proof;
  onChanged: () => void;
}

/** Record a team's feedback on a candidate. */
export function FeedbackForm({ proof, onChanged }: FeedbackFormProps) {
  const { t } = useLanguage();

  const { id, candidates } = proof;
  const [candidate, setCandidate] = useState(String(candidates[0]?.id));
  const [score, setScore] = useState('');
  const [answers, setAnswers] = useState('');
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(() => {
    setScore('');
    setAnswers('');
    onChanged();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const feedback = { score: Number(score), answers: Number(answers) };
    change(() =>
      api.request('PUT /decision/proofs/{id}/feedback', {
        params: { id },
        body: { candidate: Number(candidate), feedback },
      }),
    );
  };
  return (
    <form
      className={layout.row}
      onSubmit={submit}
      aria-label={t('decision.proofs.feedback')}
    >
      <SelectField
        label={t('decision.proofs.candidate')}
        value={candidate}
        options={candidates.map(each => [String(each.id), each.title])}
        onChange={setCandidate}
      />
      <InputField
        type="number"
        label={t('decision.proofs.scoreField')}
        value={score}
        min={1}
        max={5}
        step="any"
        required
        onChange={setScore}
      />
      <InputField
        type="number"
        label={t('decision.proofs.answersField')}
        value={answers}
        min={1}
        step={1}
        required
        onChange={setAnswers}
      />
      <Button variant="secondary" type="submit" isPending={pending}>
        {t('decision.proofs.saveFeedback')}
      </Button>
      <ChangeFailure error={error} />
    </form>
  );
}
