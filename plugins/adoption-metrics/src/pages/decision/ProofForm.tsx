import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  MOST_PROOF_CANDIDATES,
  MOST_PROOF_WEEKS,
  type ProofMode,
  type Proofs,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { adoptionMetricsApiRef, useAnswer } from '../../api';
import { saidBy } from '../../api/failure';
import { useChange } from '../../api/useChange';
import { dayOf, useLanguage } from '../../ui/format';
import { CandidateFields } from './CandidateFields';
import { ChangeFailure } from './ChangeFailure';
import { SelectField } from './fields';
import {
  emptyCandidate,
  faultOfRefusal,
  faultsOf,
  requestOf,
  type CandidateTexts,
  type PlanFaults,
  type PlanTexts,
} from './proofPlan';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface ProofFormProps {
  proofs: Proofs;
  onPlanned: (id: number) => void;
  onCancel: () => void;
}

/** Plans a proof of concept. */
export function ProofForm({ proofs, onPlanned, onCancel }: ProofFormProps) {
  const { defaults, timeZone } = proofs;
  const language = useLanguage();
  const { t, format } = language;

  const [plan, setPlan] = useState<PlanTexts>({
    start: dayOf(new Date().toISOString(), timeZone),
    mode: 'sequential',
    weeks: String(defaults.weeks),
    candidates: [emptyCandidate, emptyCandidate],
  });
  // Nobody is corrected before they are done.
  const [isChecked, setChecked] = useState(false);
  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(() => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsOf(plan, language)).length === 0) {
      change(async () => {
        const { id } = await api.request('POST /decision/proofs', {
          body: requestOf(plan),
        });
        onPlanned(id);
      });
    }
  };
  const edit = (part: Partial<PlanTexts>) => setPlan({ ...plan, ...part });
  const found: PlanFaults = isChecked ? faultsOf(plan, language) : {};
  const refused = faultOfRefusal(error && saidBy(error));
  const faults = { ...refused, ...found };
  return (
    <form
      className={layout.stack}
      onSubmit={submit}
      noValidate
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
          value={plan.start}
          error={faults.start}
          onChange={start => edit({ start })}
        />
        <SelectField
          label={t('decision.proofs.mode.label')}
          value={plan.mode}
          options={[
            ['sequential', t('decision.proofs.mode.sequential')],
            ['parallel', t('decision.proofs.mode.parallel')],
          ]}
          onChange={mode => edit({ mode: mode as ProofMode })}
        />
        <InputField
          type="number"
          label={t('decision.proofs.weeks')}
          value={plan.weeks}
          min={1}
          max={MOST_PROOF_WEEKS}
          step={1}
          error={faults.weeks}
          onChange={weeks => edit({ weeks })}
        />
      </div>
      <Candidates
        candidates={plan.candidates}
        faults={faults}
        onChange={candidates => edit({ candidates })}
      />
      <div className={layout.buttons}>
        <Button variant="primary" type="submit" isPending={pending}>
          {t('decision.proofs.save')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('decision.cancel')}
        </Button>
      </div>
      {Object.keys(found).length > 0 && (
        <p role="alert" className={layout.failure}>
          {t('decision.proofs.fault.some')}
        </p>
      )}
      <ChangeFailure error={error} />
    </form>
  );
}

function Candidates(props: {
  candidates: CandidateTexts[];
  faults: PlanFaults;
  onChange: (candidates: CandidateTexts[]) => void;
}) {
  const { candidates, faults, onChange } = props;
  const { t } = useLanguage();

  const { value } = useAnswer('GET /portals');
  const portals = (value?.portals ?? []).map(
    ({ id, title }) => [id, title] as const,
  );
  const edit = (index: number, part: Partial<CandidateTexts>) =>
    onChange(
      candidates.map((each, at) =>
        at === index ? { ...each, ...part } : each,
      ),
    );
  return (
    <>
      {candidates.map((candidate, index) => (
        <CandidateFields
          // Rows have nothing but their place.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          place={index + 1}
          candidate={candidate}
          portals={portals}
          faults={faults}
          onChange={part => edit(index, part)}
          onRemove={
            candidates.length > 1
              ? () => onChange(candidates.filter((_each, at) => at !== index))
              : undefined
          }
        />
      ))}
      {candidates.length < MOST_PROOF_CANDIDATES && (
        <div>
          <Button
            variant="tertiary"
            onPress={() => onChange([...candidates, emptyCandidate])}
          >
            {t('decision.proofs.addCandidate')}
          </Button>
        </div>
      )}
    </>
  );
}
