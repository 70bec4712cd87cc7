import {
  lifecycleGranularities,
  type Lifecycle,
  type LifecycleGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { ColumnChart, layerKeys, Legend } from '../../ui/chart';
import { Choice } from '../../ui/Choice';
import { ReportSection } from '../../ui/loading/ReportSection';
import { TableToggle } from '../../ui/TableToggle';
import { chartRows, layersOf } from './lifecycleRows';
import { LifecycleTable } from './LifecycleTable';
import { useLanguage, type Translate } from '../../ui/format';

/** How people come, stay and go. */
export function LifecycleSection() {
  const { t } = useLanguage();

  const [granularity, setGranularity] = useState<LifecycleGranularity>('week');
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="lifecycle"
      title={t('activeUsers.lifecycle.title')}
      route="GET /activity/lifecycle"
      query={{ granularity }}
      height={360}
      description={t('activeUsers.lifecycle.description')}
      emptyText={lifecycle => whyEmpty(lifecycle, t)}
      actions={
        <>
          <Choice
            label={t('activeUsers.lifecycle.periodLength')}
            options={lifecycleGranularities.map(
              each => [each, t(`activeUsers.lifecycle.${each}s`)] as const,
            )}
            chosen={granularity}
            onChoose={setGranularity}
          />
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

function whyEmpty(
  { periods, granularity }: Lifecycle,
  t: Translate,
): string | undefined {
  if (periods.some(({ active }) => active !== null)) {
    return undefined;
  }
  return granularity === 'week'
    ? t('activeUsers.lifecycle.noWeek')
    : t('activeUsers.lifecycle.noMonth');
}
