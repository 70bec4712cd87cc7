import { VisuallyHidden } from '@backstage/ui';
import { useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import type { Heat, HeatRow } from './heat';
import styles from './ActiveUsersSections.module.css';

/** Numbers that are shaded too, so that a pattern can be seen. */
export function HeatTable(props: { heat: Heat }) {
  const { heat } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <>
      <DataTable
        name={t('activeUsers.teamPlugins.tableName')}
        columns={[
          {
            id: 'team',
            label: t('activeUsers.teamPlugins.team'),
            cell: ({ name }) => name,
          },
          ...heat.plugins.map(plugin =>
            pluginColumn(plugin, heat.largest, language),
          ),
        ]}
        rows={heat.rows}
        rowKey={({ groupId }) => groupId}
        endless
        matrix
      />
      <p className={styles.hint}>{t('activeUsers.teamPlugins.note')}</p>
    </>
  );
}

function pluginColumn(
  plugin: string,
  largest: number,
  { t, format }: Language,
): Column<HeatRow> {
  return {
    id: `plugin ${plugin}`,
    label: plugin,
    numeric: true,
    isEmpty: ({ people }) => people[plugin] === undefined,
    shade: ({ people }) => (people[plugin] ?? 0) / largest || null,
    cell: ({ people }) => {
      const count = people[plugin];
      return count === undefined ? (
        <>
          <span aria-hidden>·</span>
          <VisuallyHidden>{t('activeUsers.teamPlugins.nobody')}</VisuallyHidden>
        </>
      ) : (
        format.count(count)
      );
    },
  };
}
