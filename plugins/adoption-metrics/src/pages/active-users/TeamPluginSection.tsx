import type {
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { ReportSection } from '../../ui/loading/ReportSection';
import { heatOf } from './heat';
import { HeatTable } from './HeatTable';
import { useLanguage } from '../../ui/format';
import { periodText, whyNoBreakdown } from './periodText';
import type { ActivityChoice } from './useActivityChoice';

/** Which team uses which plugin, as far as privacy allows. */
export function TeamPluginSection(props: { choice: ActivityChoice }) {
  const { granularity, teams, team, plugin } = props.choice;
  const language = useLanguage();
  const { t, format } = language;

  const heatIn = (use: TeamPluginUse, groups: TeamUse['groups'] = []) =>
    heatOf(use, groups, format, { topId: team?.id, pluginId: plugin });
  return (
    <ReportSection
      id="team-plugins"
      title={t('activeUsers.teamPlugins.title')}
      route="GET /activity/team-plugins"
      query={{ granularity }}
      height={280}
      description={use =>
        t('activeUsers.teamPlugins.description', {
          period: periodText(use, language),
        })
      }
      emptyText={use =>
        whyNoBreakdown(use, language) ??
        (heatIn(use, teams.value?.groups).rows.length === 0
          ? t('activeUsers.teamPlugins.empty')
          : undefined)
      }
    >
      {use => <HeatTable heat={heatIn(use, teams.value?.groups)} />}
    </ReportSection>
  );
}
