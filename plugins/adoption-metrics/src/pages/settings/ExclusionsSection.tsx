import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import { useLanguage, type Language } from '../../ui/format';
import styles from './IncludedUsersSections.module.css';

type Exclusion = DeveloperPreview['exclusions'][number];

function columnsOf({ t, format }: Language): Array<Column<Exclusion>> {
  return [
    {
      id: 'reason',
      label: t('settings.developers.reason'),
      cell: ({ reason }) => t(`settings.developers.reasons.${reason}`),
    },
    {
      id: 'users',
      label: t('settings.developers.users'),
      numeric: true,
      cell: ({ users }) => format.count(users),
    },
  ];
}

/** Who does not count, in numbers. */
export function ExclusionsSection(props: { preview: DeveloperPreview }) {
  const language = useLanguage();
  const { t } = language;

  const excluding = props.preview.exclusions.filter(({ users }) => users > 0);
  return (
    <Section title={t('settings.developers.excluded')}>
      {excluding.length === 0 ? (
        <p className={styles.quiet}>{t('settings.developers.noneExcluded')}</p>
      ) : (
        <DataTable
          name={t('settings.developers.excludedTable')}
          columns={columnsOf(language)}
          rows={excluding}
          rowKey={({ reason }) => reason}
        />
      )}
    </Section>
  );
}
