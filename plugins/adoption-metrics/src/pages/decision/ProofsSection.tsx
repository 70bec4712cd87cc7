import { Button } from '@backstage/ui';
import type { Proofs } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import { ProofForm } from './ProofForm';
import { ProofDetails } from './ProofDetails';
import { periodOf } from './proofTexts';
import { Opened } from '../../ui/Opened';
import layout from '../../ui/layout.module.css';

type Listed = Proofs['proofs'][number];

/** Candidates that teams try, so that a comparison decides. */
export function ProofsSection() {
  const { t } = useLanguage();

  const title = t('decision.proofs.title');
  return (
    <WhenSeen title={title} height={300}>
      <SeenProofs title={title} />
    </WhenSeen>
  );
}

function SeenProofs(props: { title: string }) {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/proofs');
  return (
    <LoadedSection
      title={props.title}
      description={t('decision.proofs.description')}
      loaded={loaded}
      height={300}
    >
      {proofs => <ProofList proofs={proofs} onChanged={loaded.reload} />}
    </LoadedSection>
  );
}

function ProofList(props: { proofs: Proofs; onChanged: () => void }) {
  const { proofs, onChanged } = props;
  const language = useLanguage();
  const { t } = language;

  const { mayChange, proofs: list } = proofs;
  const [chosenId, setChosenId] = useState<number>();
  const [isPlanning, setPlanning] = useState(false);
  const close = () => setPlanning(false);
  // The latest is what people come for.
  const shown = list.find(({ id }) => id === chosenId) ?? list[0];
  const planned = (id: number) => {
    setPlanning(false);
    setChosenId(id);
    onChanged();
  };
  return (
    <div className={layout.stack}>
      {list.length === 0 && (
        <p className={layout.quiet}>{t('decision.proofs.none')}</p>
      )}
      {list.length > 1 && (
        <DataTable
          name={t('decision.proofs.tableName')}
          columns={columnsWith(setChosenId, language)}
          rows={list}
          rowKey={({ id }) => String(id)}
        />
      )}
      {shown && (
        <ProofDetails key={shown.id} id={shown.id} onChanged={onChanged} />
      )}
      {mayChange && (
        <div>
          <Button
            variant="secondary"
            aria-expanded={isPlanning}
            onPress={() => setPlanning(!isPlanning)}
          >
            {t('decision.proofs.plan')}
          </Button>
        </div>
      )}
      {mayChange && isPlanning && (
        <Opened label={t('decision.proofs.plan')} onClose={close}>
          <ProofForm proofs={proofs} onPlanned={planned} onCancel={close} />
        </Opened>
      )}
    </div>
  );
}

function columnsWith(
  choose: (id: number) => void,
  language: Language,
): Array<Column<Listed>> {
  const { t } = language;
  return [
    {
      id: 'candidates',
      label: t('decision.proofs.candidates'),
      cell: ({ candidates }) => candidates.join(', '),
    },
    {
      id: 'period',
      label: t('decision.proofs.period'),
      cell: proof => periodOf(proof, language),
    },
    {
      id: 'state',
      label: t('decision.proofs.state.label'),
      cell: ({ state }) => t(`decision.proofs.state.${state}`),
    },
    {
      id: 'show',
      label: t('decision.proofs.actions'),
      cell: proof => (
        <Button
          variant="tertiary"
          aria-label={t('decision.proofs.showLabel', {
            candidates: proof.candidates.join(', '),
            period: periodOf(proof, language),
          })}
          onPress={() => choose(proof.id)}
        >
          {t('decision.proofs.show')}
        </Button>
      ),
    },
  ];
}
