import { Button } from '@backstage/ui';
import { CatalogSearch } from '../../ui/catalog/CatalogSearch';
import { useLanguage } from '../../ui/format';
import { Fault, SelectField } from './fields';
import type { CandidateTexts, PlanFaults } from './proofPlan';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';
import styles from './DecisionTab.module.css';

interface CandidateFieldsProps {
  /** From 1. */
  place: number;
  candidate: CandidateTexts;
  /** Whose activity is known. */
  portals: ReadonlyArray<readonly [id: string, title: string]>;
  faults: PlanFaults;
  onChange: (part: Partial<CandidateTexts>) => void;
  onRemove?: () => void;
}

/** What is tried, by whom, and what it costs. */
export function CandidateFields(props: CandidateFieldsProps) {
  const { place, candidate, portals, faults, onChange, onRemove } = props;
  const { t } = useLanguage();

  const faultAt = (field: string) => faults[`candidates.${place - 1}.${field}`];
  return (
    <fieldset className={layout.options}>
      <legend>
        {t('decision.proofs.candidateNumber', { place: String(place) })}
      </legend>
      <div className={layout.form}>
        <SelectField
          label={t('decision.proofs.portal')}
          value={candidate.portal}
          options={[['', t('decision.proofs.notMeasured')], ...portals]}
          fault={faultAt('portal')}
          onChange={portal => onChange({ portal })}
        />
        <InputField
          label={
            candidate.portal === ''
              ? t('decision.proofs.titleField')
              : t('decision.proofs.titleOptional')
          }
          value={candidate.title}
          maxLength={100}
          error={faultAt('title')}
          onChange={title => onChange({ title })}
        />
        <TeamField
          team={candidate.team}
          fault={faultAt('team')}
          onChange={team => onChange({ team })}
        />
        <InputField
          type="number"
          label={t('decision.proofs.costPerYear')}
          value={candidate.cost}
          min={0}
          step="any"
          error={faultAt('costPerYear')}
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

function TeamField(props: {
  team: CandidateTexts['team'];
  fault: string | undefined;
  onChange: (team: CandidateTexts['team']) => void;
}) {
  const { team, fault, onChange } = props;
  const { t } = useLanguage();

  return (
    <div className={styles.team}>
      {team ? (
        <>
          <span>{t('decision.proofs.team')}</span>
          <span className={layout.row}>
            <strong>{team.label}</strong>
            <Button
              variant="tertiary"
              aria-label={t('decision.proofs.changeTeamOf', {
                team: team.label,
              })}
              onPress={() => onChange(undefined)}
            >
              {t('decision.proofs.changeTeam')}
            </Button>
          </span>
        </>
      ) : (
        <CatalogSearch
          label={t('decision.proofs.team')}
          placeholder={t('decision.proofs.teamHint')}
          kinds={['Group']}
          chosen={[]}
          isInvalid={fault !== undefined}
          onChoose={({ id, label }) => onChange({ id, label })}
        />
      )}
      <Fault text={fault} />
    </div>
  );
}
