import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  proofStates,
  type Proof,
  type ProofCandidate,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef, useAnswer } from '../../api';
import { useChange } from '../../api/useChange';
import {
  definitionText,
  proofResultText,
  warningTexts,
} from '../../ui/decision';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { Chip } from '../../ui/StatusChip';
import { DataTable } from '../../ui/table';
import { TableToggle } from '../../ui/TableToggle';
import { ChangeFailure } from './ChangeFailure';
import { candidateColumns } from './candidateColumns';
import { FeedbackForm } from './FeedbackForm';
import { ProofByDay } from './ProofByDay';
import { ProofSchedule } from './ProofSchedule';
import { Sentences } from './Sentences';
import layout from '../../ui/layout.module.css';

interface ProofDetailsProps {
  id: number;
  /** Called once it is deleted. */
  onChanged: () => void;
}

/** A proof of concept: its schedule, what became of it, and who won. */
export function ProofDetails({ id, onChanged }: ProofDetailsProps) {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/proofs/{id}', { params: { id } });
  return (
    <Loadable
      loaded={loaded}
      subject={t('decision.proofs.subject')}
      skeleton={null}
    >
      {proof => (
        <Details
          proof={proof}
          onChanged={loaded.reload}
          onRemoved={onChanged}
        />
      )}
    </Loadable>
  );
}

function Details(props: {
  proof: Proof;
  onChanged: () => void;
  onRemoved: () => void;
}) {
  const { proof, onChanged, onRemoved } = props;
  const language = useLanguage();
  const { t } = language;

  const { state, result, candidates } = proof;
  return (
    <div className={layout.stack}>
      <p className={layout.lead}>
        <Chip tone={result.outcome === 'winner' ? 'positive' : 'neutral'}>
          {proofStates.includes(state)
            ? t(`decision.proofs.state.${state}`)
            : state}
        </Chip>{' '}
        {proofResultText(proof, language)}
      </p>
      <Sentences list={warningTexts(proof, language)} />
      <ProofSchedule proof={proof} />
      <DataTable
        name={t('decision.proofs.results')}
        columns={candidateColumns(proof, language)}
        rows={candidates}
        rowKey={({ id }) => String(id)}
        inOnePage
      />
      <ByDay candidates={candidates.filter(isKnown)} />
      <p className={layout.quiet}>{definitionText(proof, language)}</p>
      {proof.mayChange && (
        <>
          <FeedbackForm proof={proof} onChanged={onChanged} />
          <Removal id={proof.id} onRemoved={onRemoved} />
        </>
      )}
    </div>
  );
}

/** Whether anything is known of how many used it. */
function isKnown({ byDay }: ProofCandidate): boolean {
  return byDay.some(({ active }) => active !== null);
}

function ByDay(props: { candidates: ProofCandidate[] }) {
  const { candidates } = props;
  const { t } = useLanguage();

  const [asTable, setAsTable] = useState(false);
  if (candidates.length === 0) {
    return null;
  }
  return (
    <>
      <div className={layout.row}>
        <h4 className={layout.heading}>{t('decision.proofs.byDay')}</h4>
        <TableToggle asTable={asTable} onChange={setAsTable} />
      </div>
      {candidates.map(candidate => (
        <ProofByDay
          key={candidate.id}
          candidate={candidate}
          asTable={asTable}
        />
      ))}
    </>
  );
}

function Removal(props: { id: number; onRemoved: () => void }) {
  const { id, onRemoved } = props;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onRemoved);
  return (
    <div>
      <Button
        variant="secondary"
        isDisabled={pending}
        onPress={() =>
          change(() =>
            api.request('DELETE /decision/proofs/{id}', { params: { id } }),
          )
        }
      >
        {t('decision.proofs.remove')}
      </Button>
      <ChangeFailure error={error} />
    </div>
  );
}
