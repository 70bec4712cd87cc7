import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import { TeamName } from '../../ui/teams/TeamName';
import { teamTree, type Placed } from '../../ui/teams/teamTree';
import { useLanguage, type Language } from '../../ui/format';
import styles from './IncludedUsersSections.module.css';

type TeamRow = Placed<DeveloperPreview['teams'][number]>;

function columnsOf({ t, format }: Language): Array<Column<TeamRow>> {
  return [
    {
      id: 'team',
      label: t('settings.developers.team'),
      sortBy: ({ name }) => name,
      cell: (row, sorted) => <TeamName row={row} sorted={sorted} />,
    },
    {
      id: 'developers',
      label: t('settings.developers.developers'),
      numeric: true,
      sortBy: ({ developers }) => developers,
      cell: ({ developers }) => format.count(developers),
    },
  ];
}

/** Developers by team. */
export function TeamsSection(props: { preview: DeveloperPreview }) {
  const { teams, withoutTeam } = props.preview;
  const language = useLanguage();
  const { t } = language;

  return (
    <Section title={t('settings.developers.teams')}>
      {teams.length === 0 ? (
        <p className={styles.quiet}>{t('settings.developers.noTeams')}</p>
      ) : (
        <DataTable
          name={t('settings.developers.teamsTable')}
          columns={columnsOf(language)}
          rows={teamTree(teams)}
          rowKey={({ id }) => id}
        />
      )}
      {withoutTeam > 0 && (
        <p className={styles.quiet}>
          {t('settings.developers.withoutTeam', { count: withoutTeam })}
        </p>
      )}
    </Section>
  );
}
