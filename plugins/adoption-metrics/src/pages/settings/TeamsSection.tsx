import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatCountOf } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import { TeamName } from '../../ui/teams/TeamName';
import { teamTree, type Placed } from '../../ui/teams/teamTree';
import styles from './DevelopersPage.module.css';

type TeamRow = Placed<DeveloperPreview['teams'][number]>;

const columns: Array<Column<TeamRow>> = [
  {
    id: 'team',
    label: 'Team',
    sortBy: ({ name }) => name,
    cell: (row, sorted) => <TeamName row={row} sorted={sorted} />,
  },
  {
    id: 'developers',
    label: 'Developers',
    numeric: true,
    sortBy: ({ developers }) => developers,
    cell: ({ developers }) => formatCount(developers),
  },
];

/** Developers by team. */
export function TeamsSection(props: { preview: DeveloperPreview }) {
  const { teams, withoutTeam } = props.preview;
  return (
    <Section title="Teams">
      {teams.length === 0 ? (
        <p className={styles.quiet}>
          The catalog has no groups with developers in them.
        </p>
      ) : (
        <DataTable
          name="Developers by team"
          columns={columns}
          rows={teamTree(teams)}
          rowKey={({ id }) => id}
        />
      )}
      {withoutTeam > 0 && (
        <p className={styles.quiet}>
          {formatCountOf(withoutTeam, 'developer')} in no team.
        </p>
      )}
    </Section>
  );
}
