import type {
  BreakdownGranularity,
  Lifecycle,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { startOfRange, useRange } from '../../ui/address';
import { ColumnChart, layerKeys, Legend } from '../../ui/chart';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { chartRows, layersOf } from './lifecycleRows';
import { LifecycleTable } from './LifecycleTable';
import { PeriodChoice } from './PeriodChoice';
import { whyNoBreakdown } from './periodText';
import { useLanguage } from '../../ui/format';

/** How people come, stay and go. */
export function LifecycleSection(props: { today: string }) {
  const language = useLanguage();
  const { t } = language;

  const [granularity, setGranularity] = useState<BreakdownGranularity>('week');
  const [asTable, setAsTable] = useState(false);
  const { range } = useRange();
  // A month may hold no four weeks that lie between fixed Mondays.
  const shown = granularity === 'week' || range === '1y' ? range : '90d';
  return (
    <ReportSection
      id="lifecycle"
      title={t('activeUsers.lifecycle.title')}
      route="GET /activity/lifecycle"
      query={{ granularity, from: startOfRange(shown, props.today) }}
      height={360}
      description={t('activeUsers.lifecycle.description')}
      emptyText={lifecycle => whyNoBreakdown(lifecycle, language)}
      actions={
        <>
          <PeriodChoice chosen={granularity} onChoose={setGranularity} />
          <TableToggle asTable={asTable} onChange={setAsTable} />
        </>
      }
    >
      {lifecycle =>
        asTable ? (
          <LifecycleTable lifecycle={lifecycle} />
        ) : (
          <LifecycleChart lifecycle={lifecycle} />
        )
      }
    </ReportSection>
  );
}

function LifecycleChart(props: { lifecycle: Lifecycle }) {
  const language = useLanguage();
  const { t } = language;

  const layers = layersOf(t);
  return (
    <>
      <ColumnChart
        name={t('activeUsers.lifecycle.title')}
        axis={t('activeUsers.lifecycle.axis')}
        layers={layers}
        rows={chartRows(props.lifecycle, language)}
      />
      <Legend keys={layerKeys(layers)} />
    </>
  );
}
