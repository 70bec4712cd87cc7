import type { PageLoadDistribution } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
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
import { targetText } from './targetText';
import type { PageLoadChoice } from './usePageLoadChoice';
import { useLanguage, type Translate } from '../../ui/format';

function layersOf(t: Translate): ColumnLayer[] {
  return [
    {
      id: 'within',
      label: t('pageLoad.distribution.within'),
      color: 'var(--adoption-accent)',
    },
    {
      id: 'beyond',
      label: t('pageLoad.distribution.beyond'),
      color: 'var(--adoption-missed)',
    },
  ];
}

/** How the loads are spread: one slow group, or slow altogether. */
export function DistributionSection(props: { choice: PageLoadChoice }) {
  const { kind, charted } = props.choice;
  const { t, format } = useLanguage();

  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="distribution"
      title={t('pageLoad.distribution.title')}
      route="GET /page-load/distribution"
      query={{ ...charted, kind }}
      height={340}
      description={({ from, to }) =>
        t('pageLoad.distribution.description', {
          period: format.period(from, to),
        })
      }
      emptyText={({ buckets }) =>
        buckets.length === 0 ? t('pageLoad.noLoads') : undefined
      }
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
  const language = useLanguage();
  const { t } = language;

  const bins = binsOf(props.distribution);
  const layers = layersOf(t);
  const firstBeyond = bins.find(({ from }) => from >= targetSeconds);
  return (
    <>
      <ColumnChart
        name={t('pageLoad.distribution.tableName')}
        axis={t('pageLoad.measure.loads')}
        layers={layers}
        rows={histogramRows(bins, targetSeconds, language)}
        border={
          firstBeyond && {
            key: binLabel(firstBeyond, language),
            label: targetText(targetSeconds, language),
          }
        }
      />
      <Legend keys={layerKeys(layers)} />
    </>
  );
}

function BinTable(props: { bins: Bin[] }) {
  const { bins } = props;
  const language = useLanguage();
  const { t, format } = language;

  const all = sumOf(bins);
  const columns: Array<Column<Bin>> = [
    {
      id: 'time',
      label: t('pageLoad.distribution.time'),
      sortBy: ({ from }) => from,
      cell: bin => binLabel(bin, language),
    },
    {
      id: 'loads',
      label: t('pageLoad.distribution.loads'),
      numeric: true,
      sortBy: ({ loads }) => loads,
      cell: ({ loads }) => format.count(loads),
    },
    {
      id: 'share',
      label: t('pageLoad.distribution.share'),
      numeric: true,
      cell: ({ loads }) => format.share(loads / all),
    },
  ];
  return (
    <DataTable
      name={t('pageLoad.distribution.tableName')}
      columns={columns}
      rows={bins}
      rowKey={({ from }) => String(from)}
    />
  );
}
