import type { PluginUse } from 'backstage-plugin-adoption-metrics-common';
import {
  countOrUnknown,
  formatCount,
  formatPeriod,
  suppressionText,
} from '../../ui/format';
import type { Loaded } from '../../api/useLoaded';
import { Bar } from '../../ui/Bar';
import { DataTable, type Column } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { CountChange } from './changes';
import styles from './ActiveUsersSections.module.css';
import { Withheld } from './Withheld';

type PluginRow = PluginUse['plugins'][number];

/** Which plugins people use. */
export function PluginsSection(props: { loaded: Loaded<PluginUse> }) {
  const { loaded } = props;
  const file = useReportFile('activity/plugins');
  return (
    <LoadedSection
      id="plugins"
      title="Plugins"
      loaded={loaded}
      file={file}
      height={320}
      description={describe}
      emptyText={({ plugins }) =>
        plugins.length === 0
          ? 'No use of a plugin is known of these days yet.'
          : undefined
      }
    >
      {use => (
        <DataTable
          name="People by plugin"
          columns={pluginColumns(use)}
          rows={use.plugins}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function describe({ from, to }: PluginUse): string {
  return `${formatPeriod(
    from,
    to,
  )}, compared with the window before. Actions are deliberate interactions: views, clicks, searches, template runs.`;
}

function pluginColumns(use: PluginUse): Array<Column<PluginRow>> {
  const whole = Math.max(0, ...use.plugins.map(({ people }) => people ?? 0));
  return [
    {
      id: 'plugin',
      label: 'Plugin',
      sortBy: ({ id }) => id,
      cell: ({ id, suppressed }) => {
        const hidden = suppressionText(suppressed, use.minimumGroupSize);
        return (
          <>
            {id}
            {hidden && <div className={styles.hint}>{hidden}</div>}
          </>
        );
      },
    },
    {
      id: 'people',
      label: 'People',
      numeric: true,
      sortBy: ({ people }) => people,
      cell: row => <People row={row} whole={whole} />,
    },
    {
      id: 'change',
      label: 'Change',
      numeric: true,
      sortBy: ({ people, previousPeople }) =>
        people === null || previousPeople === null
          ? null
          : people - previousPeople,
      cell: ({ people, previousPeople }) => (
        <CountChange count={people} previous={previousPeople} />
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      numeric: true,
      sortBy: ({ actions }) => actions,
      cell: ({ actions, suppressed }) =>
        suppressed && actions === null ? <Withheld /> : countOrUnknown(actions),
    },
  ];
}

function People(props: { row: PluginRow; whole: number }) {
  const { people, suppressed } = props.row;
  if (people === null) {
    return suppressed ? <Withheld /> : <>unknown</>;
  }
  return (
    <div className={styles.meter}>
      <Bar part={people} whole={props.whole} />
      <span>{formatCount(people)}</span>
    </div>
  );
}
