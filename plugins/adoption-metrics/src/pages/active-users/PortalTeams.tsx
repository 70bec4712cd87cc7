import {
  ANY_PORTAL,
  type Metric,
  type PortalTeams as PortalTeamsAnswer,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import { TeamName } from '../../ui/teams/TeamName';
import { teamTree, type Placed } from '../../ui/teams/teamTree';
import { periodText, whyNoBreakdown } from './periodText';
import styles from './ActiveUsersSections.module.css';
import type { ActivityChoice } from './useActivityChoice';
import { namedIn } from './groupNames';

type Row = Placed<PortalTeamsAnswer['groups'][number]>;

interface PortalTeamsProps {
  metric: Metric;
  granularity: ActivityChoice['granularity'];
}

/** Active users of each team in each portal, and in any of them. */
export function PortalTeams({ metric, granularity }: PortalTeamsProps) {
  const language = useLanguage();
  const { t, format } = language;

  const query = { granularity };
  const loaded = useAnswer('GET /portals/teams', { query });
  const file = useReportFile('GET /portals/teams', query);
  return (
    <LoadedSection
      id="portal-teams"
      title={t('activeUsers.portals.teams.title')}
      loaded={loaded}
      file={file}
      height={320}
      description={use =>
        t('activeUsers.portals.teams.description', {
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
          name={t('activeUsers.portals.teams.tableName')}
          columns={columnsOf(use, metric, language)}
          rows={teamTree(namedIn(use.groups, language))}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function columnsOf(
  { portals }: PortalTeamsAnswer,
  metric: Metric,
  { t, format }: Language,
): Array<Column<Row>> {
  const any = { id: ANY_PORTAL, title: t('activeUsers.portals.any') };
  return [
    {
      id: 'team',
      label: t('activeUsers.teams.team'),
      sortBy: ({ name }) => name,
      cell: (row, sorted) => <TeamName row={row} sorted={sorted} />,
    },
    {
      id: 'developers',
      label: t('activeUsers.teams.developers'),
      numeric: true,
      sortBy: ({ developers }) => developers,
      cell: ({ developers }) => format.count(developers),
    },
    ...[...portals, any].map(
      ({ id, title }): Column<Row> => ({
        id,
        label: title,
        numeric: true,
        sortBy: row => inPortal(row, id)?.share ?? null,
        cell: row => {
          const { active = null, share = null } = inPortal(row, id) ?? {};
          return (
            <>
              {share === null
                ? t('common.unknown')
                : format.value(share, metric)}
              {active !== null && (
                <div className={styles.hint}>
                  {t('activeUsers.portals.teams.active', {
                    count: active,
                  })}
                </div>
              )}
            </>
          );
        },
      }),
    ),
  ];
}

function inPortal({ portals }: Row, id: string) {
  return portals.find(({ portal }) => portal === id);
}
