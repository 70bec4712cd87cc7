import type { Metric, TeamUse } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import { NarrowButton } from '../../ui/address';
import { Bar } from '../../ui/Bar';
import type { Column } from '../../ui/table';
import { TeamName } from '../../ui/teams/TeamName';
import { type Placed } from '../../ui/teams/teamTree';
import { ShareChange } from './changes';
import type { ActivityChoice } from './useActivityChoice';
import styles from './ActiveUsersSections.module.css';

type TeamRow = Placed<TeamUse['groups'][number]>;

export function teamColumns(
  use: TeamUse,
  { metric, choice }: { metric: Metric; choice: ActivityChoice },
  language: Language,
): Array<Column<TeamRow>> {
  const { t, format } = language;
  const shares = use.groups.map(({ share }) => share ?? 0);
  const whole = Math.max(metric.target.value, ...shares);
  return [
    {
      id: 'team',
      label: t('activeUsers.teams.team'),
      sortBy: ({ name }) => name,
      cell: (row, sorted) => (
        <TeamName
          row={row}
          sorted={sorted}
          hint={teamsIn(row, language)}
          name={<NarrowingName row={row} choice={choice} />}
        />
      ),
    },
    {
      id: 'developers',
      label: t('activeUsers.teams.developers'),
      numeric: true,
      sortBy: ({ developers }) => developers,
      cell: ({ developers }) => format.count(developers),
    },
    {
      id: 'active',
      label: t('activeUsers.teams.active'),
      numeric: true,
      sortBy: ({ active }) => active,
      cell: ({ active }) => format.countOrUnknown(active),
    },
    {
      id: 'share',
      label: t('activeUsers.teams.share'),
      numeric: true,
      sortBy: ({ share }) => share,
      cell: row => <Share row={row} whole={whole} metric={metric} />,
    },
    {
      id: 'change',
      label: t('activeUsers.teams.change'),
      numeric: true,
      sortBy: ({ share, previousShare }) =>
        share === null || previousShare === null ? null : share - previousShare,
      cell: ({ share, previousShare }) => (
        <ShareChange share={share} previous={previousShare} />
      ),
    },
  ];
}

/** Groups that are no team have no history to narrow the page to. */
function NarrowingName(props: { row: TeamRow; choice: ActivityChoice }) {
  const { id, kind, name } = props.row;
  const { team, chooseTeam } = props.choice;
  return kind === 'team' ? (
    <NarrowButton
      subject={name}
      pressed={id === team?.id}
      onPress={() => chooseTeam(id)}
    >
      {name}
    </NarrowButton>
  ) : (
    <>{name}</>
  );
}

/** The teams to be found in a row, where its name does not list them. */
function teamsIn(
  { name, teams }: TeamRow,
  { t, format }: Language,
): string | undefined {
  const unnamed = teams.some(team => !name.includes(team.name));
  return unnamed
    ? t('common.team.includes', {
        teams: format.list(teams.map(team => team.name)),
      })
    : undefined;
}

interface ShareProps {
  row: TeamRow;
  whole: number;
  metric: Metric;
}

function Share(props: ShareProps) {
  const { row, whole, metric } = props;
  const { t, format } = useLanguage();

  const { share } = row;
  if (share === null) {
    return <>{t('common.unknown')}</>;
  }
  return (
    <div className={styles.meter}>
      <Bar part={share} whole={whole} mark={metric.target.value} />
      <span>{format.value(share, metric)}</span>
    </div>
  );
}
