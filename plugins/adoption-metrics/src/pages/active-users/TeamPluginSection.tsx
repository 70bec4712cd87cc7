import type {
  BreakdownGranularity,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { ReportSection } from '../../ui/loading/ReportSection';
import { Selection } from '../../ui/Selection';
import { heatOf, teamsWithCells } from './heat';
import { HeatTable } from './HeatTable';
import { useLanguage } from '../../ui/format';
import { periodText, whyNoBreakdown } from './periodText';

/** Which team uses which plugin, as far as privacy allows. */
export function TeamPluginSection(props: {
  teams?: TeamUse;
  granularity: BreakdownGranularity;
}) {
  const { teams, granularity } = props;
  const language = useLanguage();
  const { t } = language;

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
        (use.cells.length === 0
          ? t('activeUsers.teamPlugins.empty')
          : undefined)
      }
    >
      {use => <TeamPluginUsage use={use} groups={teams?.groups ?? []} />}
    </ReportSection>
  );
}

/** No entity ref looks like this. */
const all = '*';

function TeamPluginUsage(props: {
  use: TeamPluginUse;
  groups: TeamUse['groups'];
}) {
  const { use, groups } = props;
  const { t, format } = useLanguage();

  const [topId, setTopId] = useState(all);
  const tops = teamsWithCells(use, groups);
  const heat = heatOf(use, groups, format, topId === all ? undefined : topId);
  return (
    <>
      {tops.length > 0 && (
        <Selection
          label={t('activeUsers.teamPlugins.teams')}
          options={[
            [all, t('activeUsers.teamPlugins.allTeams')],
            ...tops.map(
              ({ id, name }) =>
                [
                  id,
                  t('activeUsers.teamPlugins.below', { team: name }),
                ] as const,
            ),
          ]}
          chosen={topId}
          onChoose={setTopId}
        />
      )}
      <HeatTable heat={heat} />
    </>
  );
}
