import { useApi } from '@backstage/frontend-plugin-api';
import {
  pageLoadMeasures,
  type Figure,
  type PageLoadKind,
  type PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { adoptionMetricsApiRef } from '../../api';
import { pageLoadMeasureNames } from '../../ui/format';
import { HistorySection } from '../../ui/history';
import { Selection } from '../../ui/Selection';
import { pageLoadSource } from './pageLoadSource';

interface PageLoadHistoryProps {
  figure: Figure;
  kind: PageLoadKind;
  today: string;
}

const measures = pageLoadMeasures.map(
  measure => [measure, pageLoadMeasureNames[measure]] as const,
);

/** The history of the figure, and of other percentiles and kinds. */
export function PageLoadHistory(props: PageLoadHistoryProps) {
  const { figure, kind, today } = props;
  const { metric, name } = figure;
  const api = useApi(adoptionMetricsApiRef);
  const [measure, setMeasure] = useState<PageLoadMeasure>('p75');
  const source = useMemo(
    () => pageLoadSource(api, { metric, name }, { measure, kind }),
    [api, metric, name, measure, kind],
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
