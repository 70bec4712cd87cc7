import { Control, FilterChip, PageControls } from '../../ui/address';
import { useLanguage } from '../../ui/format';
import { PeriodChoice } from './PeriodChoice';
import type { ActivityChoice } from './useActivityChoice';

/** Date range, period of the breakdowns, and what the page is narrowed to. */
export function ActivityControls(props: { choice: ActivityChoice }) {
  const { granularity, chooseGranularity, team, plugin } = props.choice;
  const { chooseTeam, choosePlugin } = props.choice;
  const { t } = useLanguage();

  return (
    <PageControls
      filters={
        <>
          {team && (
            <FilterChip
              label={t('activeUsers.history.team')}
              value={team.name}
              onClear={() => chooseTeam(undefined)}
            />
          )}
          {plugin && (
            <FilterChip
              label={t('activeUsers.history.plugin')}
              value={plugin}
              onClear={() => choosePlugin(undefined)}
            />
          )}
        </>
      }
    >
      <Control label={t('activeUsers.period.label')}>
        <PeriodChoice chosen={granularity} onChoose={chooseGranularity} />
      </Control>
    </PageControls>
  );
}
