import {
  breakdownGranularities,
  type BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { Choice } from '../../ui/Choice';
import { useLanguage } from '../../ui/format';

interface PeriodChoiceProps {
  chosen: BreakdownGranularity;
  onChoose: (granularity: BreakdownGranularity) => void;
}

/** By which closed periods people are broken down. */
export function PeriodChoice(props: PeriodChoiceProps) {
  const { t } = useLanguage();

  return (
    <Choice
      label={t('activeUsers.period.label')}
      options={breakdownGranularities.map(
        each => [each, t(`activeUsers.period.${each}`)] as const,
      )}
      chosen={props.chosen}
      onChoose={props.onChoose}
    />
  );
}
