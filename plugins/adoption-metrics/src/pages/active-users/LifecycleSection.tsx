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
import { chartRows, layers } from './lifecycleRows';
import { LifecycleTable } from './LifecycleTable';

const names: Record<LifecycleGranularity, string> = {
  week: 'Weeks',
  month: 'Months',
};
const options = lifecycleGranularities.map(
  granularity => [granularity, names[granularity]] as const,
);

/** How people come, stay and go. */
export function LifecycleSection() {
  const [granularity, setGranularity] = useState<LifecycleGranularity>('week');
  const [asTable, setAsTable] = useState(false);
  return (
    <ReportSection
      id="lifecycle"
      title="New, returning and lapsed people"
      report="activity/lifecycle"
      parameters={{ granularity }}
      height={360}
      description="Above the line: who was active in the period. Below: who was active in the one before, and not in this."
      emptyText={isUnknown}
      actions={
        <>
          <Choice
            label="Length of a period"
            options={options}
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
  return (
    <>
      <ColumnChart
        name="New, returning and lapsed people"
        layers={layers}
        rows={chartRows(props.lifecycle)}
      />
      <Legend keys={layerKeys(layers)} />
    </>
  );
}

function isUnknown({ periods, granularity }: Lifecycle): string | undefined {
  return periods.every(({ active }) => active === null)
    ? `No whole ${granularity} is closed yet.`
    : undefined;
}
