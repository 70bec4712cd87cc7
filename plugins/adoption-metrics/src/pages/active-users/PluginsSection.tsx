import type { PluginUse } from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import { periodText, whyNoBreakdown } from './periodText';
import { NarrowButton } from '../../ui/address';
import { Bar } from '../../ui/Bar';
import { DataTable, type Column } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { CountChange } from './changes';
import type { ActivityChoice } from './useActivityChoice';
import styles from './ActiveUsersSections.module.css';

type PluginRow = PluginUse['plugins'][number];

/** Which plugins people use. */
export function PluginsSection(props: { choice: ActivityChoice }) {
  const { choice } = props;
  const { plugins, plugin, granularity } = choice;
  const language = useLanguage();
  const { t } = language;

  const file = useReportFile('GET /activity/plugins', { granularity });
  return (
    <LoadedSection
      id="plugins"
      title={t('activeUsers.plugins.title')}
      loaded={plugins}
      file={file}
      height={320}
      description={use =>
        t('activeUsers.plugins.description', {
          period: periodText(use, language),
        })
      }
      emptyText={use =>
        whyNoBreakdown(use, language) ??
        (use.plugins.length === 0 ? t('activeUsers.plugins.empty') : undefined)
      }
    >
      {use => (
        <DataTable
          name={t('activeUsers.plugins.tableName')}
          columns={pluginColumns(use, choice, language)}
          rows={use.plugins.filter(({ id }) => !plugin || id === plugin)}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function pluginColumns(
  use: PluginUse,
  { plugin, choosePlugin }: ActivityChoice,
  { t, format }: Language,
): Array<Column<PluginRow>> {
  const whole = Math.max(0, ...use.plugins.map(({ people }) => people));
  return [
    {
      id: 'plugin',
      label: t('activeUsers.plugins.plugin'),
      sortBy: ({ id }) => id,
      cell: ({ id }) => (
        <NarrowButton
          subject={id}
          pressed={id === plugin}
          onPress={() => choosePlugin(id)}
        >
          {id}
        </NarrowButton>
      ),
    },
    {
      id: 'people',
      label: t('activeUsers.plugins.people'),
      numeric: true,
      sortBy: ({ people }) => people,
      cell: row => <People row={row} whole={whole} />,
    },
    {
      id: 'change',
      label: t('activeUsers.plugins.change'),
      numeric: true,
      sortBy: ({ people, previousPeople }) =>
        previousPeople === null ? null : people - previousPeople,
      cell: ({ people, previousPeople }) => (
        <CountChange count={people} previous={previousPeople} />
      ),
    },
    {
      id: 'actions',
      label: t('activeUsers.plugins.actions'),
      numeric: true,
      sortBy: ({ actions }) => actions,
      cell: ({ actions }) => format.countOrUnknown(actions),
    },
  ];
}

function People(props: { row: PluginRow; whole: number }) {
  const { people } = props.row;
  const { format } = useLanguage();
  return (
    <div className={styles.meter}>
      <Bar part={people} whole={props.whole} />
      <span>{format.count(people)}</span>
    </div>
  );
}
