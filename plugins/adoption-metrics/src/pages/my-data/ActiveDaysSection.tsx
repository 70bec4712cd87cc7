import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { formatDay } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import styles from './MyDataPage.module.css';

interface DayRow {
  day: string;
  plugins: string[];
}

const columns: Array<Column<DayRow>> = [
  {
    id: 'day',
    label: 'Day',
    sortBy: ({ day }) => day,
    cell: ({ day }) => formatDay(day),
  },
  {
    id: 'plugins',
    label: 'Plugins you used',
    cell: ({ plugins }) =>
      plugins.length > 0 ? plugins.join(', ') : 'no longer kept',
  },
];

/** Every day that is held, the newest first. */
export function ActiveDaysSection(props: { data: MyData }) {
  const rows = dayRows(props.data);
  return (
    <Section title="Your days">
      {rows.length === 0 ? (
        <p className={styles.quiet}>No day of yours is stored.</p>
      ) : (
        <DataTable
          name="Days on which you were active"
          columns={columns}
          rows={rows}
          rowKey={({ day }) => day}
        />
      )}
    </Section>
  );
}

export function dayRows({ activeDays, pluginDays }: MyData): DayRow[] {
  const plugins = new Map<string, string[]>(activeDays.map(day => [day, []]));
  for (const { day, pluginId } of pluginDays) {
    plugins.set(day, [...(plugins.get(day) ?? []), pluginId].sort());
  }
  return [...plugins]
    .map(([day, used]) => ({ day, plugins: used }))
    .sort((left, right) => right.day.localeCompare(left.day));
}
