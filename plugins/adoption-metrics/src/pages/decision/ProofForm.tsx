import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  MOST_PROOF_CANDIDATES,
  MOST_PROOF_WEEKS,
  type ProofMode,
  type Proofs,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { useChange } from '../../api/useChange';
import { dayOf, useLanguage } from '../../ui/format';
import { ChangeFailure } from './ChangeFailure';
import { InputField, numberOf, SelectField } from './fields';
import layout from '../../ui/layout.module.css';

interface ProofFormProps {
  proofs: Proofs;
  onPlanned: (id: number) => void;
  onCancel: () => void;
}

interface CandidateTexts {
  title: string;
  portal: string;
  team: string;
  cost: string;
}

const nobody: CandidateTexts = { title: '', portal: '', team: '', cost: '' };

/** Plans a proof of concept. */
export function ProofForm({ proofs, onPlanned, onCancel }: ProofFormProps) {
  const { defaults, timeZone } = proofs;
  const { t, format } = useLanguage();

  const [start, setStart] = useState(dayOf(new Date().toISOString(), timeZone));
  const [mode, setMode] = useState<ProofMode>('sequential');
  const [weeks, setWeeks] = useState(String(defaults.weeks));
  const [candidates, setCandidates] = useState([nobody, nobody]);
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(() => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(async () => {
      const { id } = await api.request('POST /decision/proofs', {
        body: {
          start,
          mode,
          weeks: Number(weeks),
          candidates: candidates.map(requestOf),
        },
      });
      onPlanned(id);
    });
  };
  const edit = (index: number, part: Partial<CandidateTexts>) =>
    setCandidates(
      candidates.map((each, at) =>
        at === index ? { ...each, ...part } : each,
      ),
    );
  return (
    <form
      className={layout.stack}
      onSubmit={submit}
      aria-label={t('decision.proofs.plan')}
    >
      <p className={layout.quiet}>
        {t('decision.proofs.rules', {
          goal: format.share(defaults.goal),
          minimum: format.count(defaults.minimumGroupSize),
        })}
      </p>
      <div className={layout.form}>
        <InputField
          type="date"
          label={t('decision.proofs.start')}
          value={start}
          required
          onChange={setStart}
        />
        <SelectField
          label={t('decision.proofs.mode.label')}
          value={mode}
          options={[
            ['sequential', t('decision.proofs.mode.sequential')],
            ['parallel', t('decision.proofs.mode.parallel')],
          ]}
          onChange={value => setMode(value as ProofMode)}
        />
        <InputField
          type="number"
          label={t('decision.proofs.weeks')}
          value={weeks}
          min={1}
          max={MOST_PROOF_WEEKS}
          step={1}
          required
          onChange={setWeeks}
        />
      </div>
      {candidates.map((candidate, index) => (
        <CandidateFields
          // Rows have nothing but their place.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          place={index + 1}
          candidate={candidate}
          onChange={part => edit(index, part)}
          onRemove={
            candidates.length > 1
              ? () =>
                  setCandidates(candidates.filter((_each, at) => at !== index))
              : undefined
          }
        />
      ))}
      <div className={layout.buttons}>
        {candidates.length < MOST_PROOF_CANDIDATES && (
          <Button
            variant="tertiary"
            onPress={() => setCandidates([...candidates, nobody])}
          >
            {t('decision.proofs.addCandidate')}
          </Button>
        )}
        <Button variant="primary" type="submit" isPending={pending}>
          {t('decision.proofs.save')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('decision.cancel')}
        </Button>
      </div>
      <ChangeFailure error={error} />
    </form>
  );
}

function CandidateFields(props: {
  place: number;
  candidate: CandidateTexts;
  onChange: (part: Partial<CandidateTexts>) => void;
  onRemove?: () => void;
}) {
  const { place, candidate, onChange, onRemove } = props;
  const { t } = useLanguage();

  return (
    <fieldset className={layout.options}>
      <legend>
        {t('decision.proofs.candidateNumber', { place: String(place) })}
      </legend>
      <div className={layout.form}>
        <InputField
          label={t('decision.proofs.titleField')}
          value={candidate.title}
          required={candidate.portal === ''}
          maxLength={100}
          onChange={title => onChange({ title })}
        />
        <InputField
          label={t('decision.proofs.portal')}
          hint={t('decision.proofs.portalHint')}
          value={candidate.portal}
          maxLength={64}
          onChange={portal => onChange({ portal })}
        />
        <InputField
          label={t('decision.proofs.team')}
          placeholder="group:default/team"
          pattern="group:[^:/\s]+/[^:/\s]+"
          value={candidate.team}
          required
          maxLength={255}
          onChange={team => onChange({ team })}
        />
        <InputField
          type="number"
          label={t('decision.proofs.costPerYear')}
          value={candidate.cost}
          min={0}
          step="any"
          onChange={cost => onChange({ cost })}
        />
        {onRemove && (
          <Button
            variant="tertiary"
            aria-label={t('decision.proofs.removeCandidate', {
              place: String(place),
            })}
            onPress={onRemove}
          >
            {t('decision.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function requestOf({ title, portal, team, cost }: CandidateTexts) {
  return {
    title: title.trim() || undefined,
    portal: portal.trim() || undefined,
    team,
    costPerYear: numberOf(cost),
  };
}
