import { useApi } from '@backstage/frontend-plugin-api';
import {
  pageLoadMeasures,
  type Metric,
  type PageLoadKind,
  type PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { pageLoadMeasureNames } from '../../ui/format';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { pageLoadHistoryLoader } from './pageLoadHistoryLoader';

interface PageLoadHistoryProps {
  metric: Metric;
  kind: PageLoadKind;
  today: string;
}

const measures = pageLoadMeasures.map(
  measure => [measure, pageLoadMeasureNames[measure]] as const,
);

/** The history of the metric, and of other percentiles and kinds. */
export function PageLoadHistory(props: PageLoadHistoryProps) {
  const { metric, kind, today } = props;
  const { id, name } = metric;
  const api = useApi(adoptionMetricsApiRef);
  const [measure, setMeasure] = useState<PageLoadMeasure>('p75');
  const source = useMemo(
    () => pageLoadHistoryLoader(api, { id, name }, { measure, kind }),
    [api, id, name, measure, kind],
  );
  const choices = (
    <Selection
      label="Measure"
      options={measures}
      chosen={measure}
      onChoose={setMeasure}
    />
  );
  return <HistorySection source={source} today={today} choices={choices} />;
}
