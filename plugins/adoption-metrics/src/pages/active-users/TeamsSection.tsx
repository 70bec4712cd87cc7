import type { Metric, TeamUse } from 'backstage-plugin-adoption-metrics-common';
import { DataTable } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { teamTree, withTeamsBelow } from '../../ui/teams/teamTree';
import { teamColumns } from './teamColumns';
import { useLanguage } from '../../ui/format';
import { periodText, whyNoBreakdown } from './periodText';
import type { ActivityChoice } from './useActivityChoice';

type Groups = TeamUse['groups'];

interface TeamsSectionProps {
  choice: ActivityChoice;
  metric: Metric;
}

/** Active users by team, with the teams below each. */
export function TeamsSection(props: TeamsSectionProps) {
  const { choice, metric } = props;
  const { teams, team, granularity } = choice;
  const language = useLanguage();
  const { t, format } = language;

  const file = useReportFile('GET /activity/teams', { granularity });
  return (
    <LoadedSection
      id="teams"
      title={t('activeUsers.teams.title')}
      loaded={teams}
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
          columns={teamColumns(use, { metric, choice }, language)}
          rows={teamTree(withoutOthers(use.groups, team?.id))}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

/** The team to which the page is narrowed, and those below it. */
function withoutOthers(groups: Groups, teamId?: string): Groups {
  if (!teamId) {
    return groups;
  }
  const wanted = withTeamsBelow(groups, teamId);
  return groups.filter(({ id }) => wanted.has(id));
}
