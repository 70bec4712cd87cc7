import type {
  LoadTimes,
  PageLoadHours,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatCountOf, formatHour, secondsOrUnknown } from '../../ui/format';
import {
  ColumnChart,
  layerKeys,
  Legend,
  type ColumnLayer,
} from '../../ui/chart';
import { DataTable } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { lastHours } from './lastHours';
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

/** What a deployment or a busy hour did, long before the metric moves. */
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
  const rows = lastHours(report).map(({ from, times }) => ({
    key: from,
    label: formatHour(from, report.timeZone),
    values: { p75: times?.p75 ?? undefined },
    details: detailsOf(times),
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

function detailsOf(times?: LoadTimes): string[] {
  if (!times?.loads) {
    return ['No load'];
  }
  return [
    `75th percentile: ${secondsOrUnknown(times.p75)}`,
    `95th percentile: ${secondsOrUnknown(times.p95)}`,
    formatCountOf(times.loads, 'load'),
  ];
}

type HourRow = LoadTimes & { from: string };

/** Hours without loads have nothing to show. */
function HourTable(props: { report: PageLoadHours }) {
  const { report } = props;
  const rows = lastHours(report)
    .flatMap(({ from, times }): HourRow[] =>
      times?.loads ? [{ ...times, from }] : [],
    )
    .reverse();
  return (
    <DataTable
      name={name}
      columns={[
        {
          id: 'hour',
          label: 'Hour',
          sortBy: ({ from }) => from,
          cell: ({ from }) => formatHour(from, report.timeZone),
        },
        ...loadTimeColumns<HourRow>(),
      ]}
      rows={rows}
      rowKey={({ from }) => from}
    />
  );
}
