import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { exclusionReasonNames, formatCount } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import styles from './DevelopersPage.module.css';

type Exclusion = DeveloperPreview['exclusions'][number];

const columns: Array<Column<Exclusion>> = [
  {
    id: 'reason',
    label: 'Reason',
    cell: ({ reason }) => exclusionReasonNames[reason],
  },
  {
    id: 'users',
    label: 'Users',
    numeric: true,
    cell: ({ users }) => formatCount(users),
  },
];

/** Who does not count, in numbers. */
export function ExclusionsSection(props: { preview: DeveloperPreview }) {
  const excluding = props.preview.exclusions.filter(({ users }) => users > 0);
  return (
    <Section title="Who does not count">
      {excluding.length === 0 ? (
        <p className={styles.quiet}>No user of the catalog is excluded.</p>
      ) : (
        <DataTable
          name="Users who do not count, by reason"
          columns={columns}
          rows={excluding}
          rowKey={({ reason }) => reason}
        />
      )}
    </Section>
  );
}
