import type {
  BreakdownGranularity,
  Lifecycle,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { ColumnChart, layerKeys, Legend } from '../../ui/chart';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { chartRows, layersOf } from './lifecycleRows';
import { LifecycleTable } from './LifecycleTable';
import { PeriodChoice } from './PeriodChoice';
import { whyNoBreakdown } from './periodText';
import { useLanguage } from '../../ui/format';

/** How people come, stay and go. */
export function LifecycleSection() {
  const language = useLanguage();
  const { t } = language;

  const [granularity, setGranularity] = useState<BreakdownGranularity>('week');
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="lifecycle"
      title={t('activeUsers.lifecycle.title')}
      route="GET /activity/lifecycle"
      query={{ granularity }}
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
        layers={layers}
        rows={chartRows(props.lifecycle, language)}
      />
      <Legend keys={layerKeys(layers)} />
    </>
  );
}
