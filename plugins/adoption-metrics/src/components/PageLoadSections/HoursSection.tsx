import type {
  PageLoadHours,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatCountOf, formatHour, secondsOrUnknown } from '../../format';
import { ColumnChart, layerKeys, Legend, type ColumnLayer } from '../Chart';
import { DataTable } from '../DataTable';
import { ReportSection } from '../ReportSection';
import { TableToggle } from '../TableToggle';
import { loadTimeColumns } from './loadTimeColumns';
import { noLoads } from './RoutesSection';

const layers: ColumnLayer[] = [
  { id: 'p75', label: '75th percentile', color: 'var(--adoption-accent)' },
];

const name = 'Page load times by hour';

interface HoursSectionProps {
  kind: PageLoadKind;
  targetSeconds: number;
}

/** What a deployment or a busy hour did, long before the figure moves. */
export function HoursSection(props: HoursSectionProps) {
  const { kind, targetSeconds } = props;
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="hours"
      title="Last days by hour"
      report="page-load/hours"
      parameters={{ kind }}
      height={320}
      description="The 75th percentile of each hour. Hours with few loads jump about; look at the number of loads before you worry."
      emptyText={({ hours }) =>
        hours.every(({ loads }) => loads === 0) ? noLoads : undefined
      }
      actions={<TableToggle asTable={asTable} onChange={setAsTable} />}
    >
      {report =>
        asTable ? (
          <HourTable report={report} />
        ) : (
          <HourChart report={report} targetSeconds={targetSeconds} />
        )
      }
    </ReportSection>
  );
}

function HourChart(props: { report: PageLoadHours; targetSeconds: number }) {
  const { report, targetSeconds } = props;
  const rows = report.hours.map(({ from, loads, p75, p95 }) => ({
    key: from,
    label: formatHour(from, report.timeZone),
    values: { p75: p75 ?? undefined },
    details: [
      `75th percentile: ${secondsOrUnknown(p75)}`,
      `95th percentile: ${secondsOrUnknown(p95)}`,
      formatCountOf(loads, 'load'),
    ],
  }));
  return (
    <>
      <ColumnChart
        name={name}
        layers={layers}
        rows={rows}
        unitSign=" s"
        limit={targetSeconds}
      />
      <Legend
        keys={[
          ...layerKeys(layers),
          { label: `target under ${targetSeconds} s`, mark: 'dashes' },
        ]}
      />
    </>
  );
}

function HourTable(props: { report: PageLoadHours }) {
  const { hours, timeZone } = props.report;
  return (
    <DataTable
      name={name}
      columns={[
        {
          id: 'hour',
          label: 'Hour',
          sortBy: ({ from }) => from,
          cell: ({ from }) => formatHour(from, timeZone),
        },
        ...loadTimeColumns<PageLoadHours['hours'][number]>(),
      ]}
      rows={[...hours].reverse()}
      rowKey={({ from }) => from}
    />
  );
}
