import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import { useLanguage, type Language } from '../../ui/format';
import styles from './MyDataPage.module.css';

interface DayRow {
  day: string;
  plugins: string[];
}

function columnsOf({ t, format }: Language): Array<Column<DayRow>> {
  return [
    {
      id: 'day',
      label: t('myData.days.day'),
      sortBy: ({ day }) => day,
      cell: ({ day }) => format.day(day),
    },
    {
      id: 'plugins',
      label: t('myData.days.plugins'),
      cell: ({ plugins }) =>
        plugins.length > 0 ? plugins.join(', ') : t('myData.days.noLongerKept'),
    },
  ];
}

/** Every day that is held, the newest first. */
export function ActiveDaysSection(props: { data: MyData }) {
  const language = useLanguage();
  const { t } = language;

  const rows = dayRows(props.data);
  return (
    <Section title={t('myData.days.title')}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('myData.days.empty')}</p>
      ) : (
        <DataTable
          name={t('myData.days.tableName')}
          columns={columnsOf(language)}
          rows={rows}
          rowKey={({ day }) => day}
        />
      )}
    </Section>
  );
}

function dayRows({ activeDays, pluginDays }: MyData): DayRow[] {
  const plugins = new Map<string, string[]>(activeDays.map(day => [day, []]));
  for (const { day, pluginId } of pluginDays) {
    plugins.set(day, [...(plugins.get(day) ?? []), pluginId].sort());
  }
  return [...plugins]
    .map(([day, used]) => ({ day, plugins: used }))
    .sort((left, right) => right.day.localeCompare(left.day));
}
