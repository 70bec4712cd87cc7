import type { Metric, TeamUse } from 'backstage-plugin-adoption-metrics-common';
import { formatPeriod } from '../../ui/format';
import type { Loaded } from '../../api/useLoaded';
import { DataTable } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { teamTree } from '../../ui/teams/teamTree';
import { teamColumns } from './teamColumns';

interface TeamsSectionProps {
  loaded: Loaded<TeamUse>;
  metric: Metric;
}

/** Active users by team, with the teams below each. */
export function TeamsSection(props: TeamsSectionProps) {
  const { loaded, metric } = props;
  const file = useReportFile('activity/teams');
  return (
    <LoadedSection
      id="teams"
      title="Teams"
      loaded={loaded}
      file={file}
      height={320}
      description={describe}
      emptyText={({ teams }) =>
        teams.length === 0
          ? 'No team is known yet. Teams are the groups of the catalog that developers are members of.'
          : undefined
      }
    >
      {use => (
        <DataTable
          name="Active users by team"
          columns={teamColumns(use, metric)}
          rows={teamTree(use.teams)}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function describe({ from, to, minimumGroupSize }: TeamUse): string {
  return `${formatPeriod(
    from,
    to,
  )}, compared with the window before. A team includes the teams below it, and each person once. Groups of fewer than ${minimumGroupSize} people are not shown, to protect them.`;
}
