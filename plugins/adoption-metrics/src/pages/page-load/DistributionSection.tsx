import type {
  PageLoadDistribution,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatCount, formatShare } from '../../ui/format';
import {
  ColumnChart,
  layerKeys,
  Legend,
  type ColumnLayer,
} from '../../ui/chart';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { binLabel, binsOf, sumOf, type Bin } from './bins';
import { histogramRows } from './histogramRows';
import { noLoads } from './RoutesSection';

const layers: ColumnLayer[] = [
  {
    id: 'within',
    label: 'within the target',
    color: 'var(--adoption-accent)',
  },
  { id: 'beyond', label: 'too slow', color: 'var(--adoption-missed)' },
];

const name = 'Distribution of page load times';

/** How the loads are spread: one slow group, or slow altogether. */
export function DistributionSection(props: { kind: PageLoadKind }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="distribution"
      title="Distribution"
      report="page-load/distribution"
      parameters={{ kind: props.kind }}
      height={340}
      description="Loads by how long they took. The steps grow with the time; each is exact to within 1% of its ends."
      emptyText={({ buckets }) => (buckets.length === 0 ? noLoads : undefined)}
      actions={<TableToggle asTable={asTable} onChange={setAsTable} />}
    >
      {distribution =>
        asTable ? (
          <BinTable bins={binsOf(distribution)} />
        ) : (
          <Histogram distribution={distribution} />
        )
      }
    </ReportSection>
  );
}

function Histogram(props: { distribution: PageLoadDistribution }) {
  const { targetSeconds } = props.distribution;
  const bins = binsOf(props.distribution);
  const firstBeyond = bins.find(({ from }) => from >= targetSeconds);
  return (
    <>
      <ColumnChart
        name={name}
        layers={layers}
        rows={histogramRows(bins, targetSeconds)}
        border={
          firstBeyond && {
            key: binLabel(firstBeyond),
            label: `target under ${targetSeconds} s`,
          }
        }
      />
      <Legend keys={layerKeys(layers)} />
    </>
  );
}

function BinTable(props: { bins: Bin[] }) {
  const { bins } = props;
  const all = sumOf(bins);
  const columns: Array<Column<Bin>> = [
    {
      id: 'time',
      label: 'Load time',
      sortBy: ({ from }) => from,
      cell: binLabel,
    },
    {
      id: 'loads',
      label: 'Loads',
      numeric: true,
      sortBy: ({ loads }) => loads,
      cell: ({ loads }) => formatCount(loads),
    },
    {
      id: 'share',
      label: 'Share',
      numeric: true,
      cell: ({ loads }) => formatShare(loads / all, 1),
    },
  ];
  return (
    <DataTable name={name} columns={columns} rows={bins} rowKey={binLabel} />
  );
}
