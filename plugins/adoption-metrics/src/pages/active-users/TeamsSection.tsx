import type {
  BreakdownGranularity,
  Metric,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { DataTable } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { teamTree } from '../../ui/teams/teamTree';
import { teamColumns } from './teamColumns';
import { useLanguage } from '../../ui/format';
import { periodText, whyNoBreakdown } from './periodText';

interface TeamsSectionProps {
  loaded: Loaded<TeamUse>;
  metric: Metric;
  granularity: BreakdownGranularity;
}

/** Active users by team, with the teams below each. */
export function TeamsSection(props: TeamsSectionProps) {
  const { loaded, metric, granularity } = props;
  const language = useLanguage();
  const { t, format } = language;

  const file = useReportFile('GET /activity/teams', { granularity });
  return (
    <LoadedSection
      id="teams"
      title={t('activeUsers.teams.title')}
      loaded={loaded}
      file={file}
      height={320}
      description={use =>
        t('activeUsers.teams.description', {
          period: periodText(use, language),
          minimum: format.count(use.minimumGroupSize),
        })
      }
      emptyText={use =>
        whyNoBreakdown(use, language) ??
        (use.groups.length === 0 ? t('activeUsers.teams.empty') : undefined)
      }
    >
      {use => (
        <DataTable
          name={t('activeUsers.teams.tableName')}
          columns={teamColumns(use, metric, language)}
          rows={teamTree(use.groups)}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}
