import type {
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatPeriod } from '../../ui/format';
import { ReportSection } from '../../ui/loading/ReportSection';
import { Selection } from '../../ui/Selection';
import { heatOf, teamsWithCells } from './heat';
import { HeatTable } from './HeatTable';

/** Which team uses which plugin, as far as privacy allows. */
export function TeamPluginSection(props: { teams?: TeamUse }) {
  return (
    <ReportSection
      id="team-plugins"
      title="Team and plugin"
      report="activity/team-plugins"
      height={280}
      description={({ from, to }) =>
        `${formatPeriod(
          from,
          to,
        )}: people of each team without teams below it who used each plugin.`
      }
      emptyText={({ cells, minimumGroupSize }) =>
        cells.length === 0
          ? `Nothing can be shown: no team has a plugin that at least ${minimumGroupSize} of its people used.`
          : undefined
      }
    >
      {use => <TeamPluginUsage use={use} teams={props.teams?.teams ?? []} />}
    </ReportSection>
  );
}

/** No entity ref looks like this. */
const all = '*';

function TeamPluginUsage(props: {
  use: TeamPluginUse;
  teams: TeamUse['teams'];
}) {
  const { use, teams } = props;
  const [topId, setTopId] = useState(all);
  const tops = teamsWithCells(use, teams);
  const heat = heatOf(use, teams, topId === all ? undefined : topId);
  return (
    <>
      {tops.length > 0 && (
        <Selection
          label="Teams"
          options={[
            [all, 'All teams'],
            ...tops.map(({ id, name }) => [id, `Below ${name}`] as const),
          ]}
          chosen={topId}
          onChoose={setTopId}
        />
      )}
      <HeatTable heat={heat} minimumGroupSize={use.minimumGroupSize} />
    </>
  );
}
