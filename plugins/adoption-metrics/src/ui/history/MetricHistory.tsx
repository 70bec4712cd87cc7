import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Metric,
  MetricId,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo } from 'react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../../api';
import { formatValue } from '../format';
import type { HistoryData, HistoryLoader } from './HistoryData';
import { HistorySection } from './HistorySection';

/** The history of a metric against its target. */
export function MetricHistory(props: { metric: Metric; today: string }) {
  const { id, name } = props.metric;
  const api = useApi(adoptionMetricsApiRef);
  const source = useMemo(
    () => metricHistoryLoader(api, { id, name }),
    [api, id, name],
  );
  return <HistorySection source={source} today={props.today} />;
}

export function metricHistoryLoader(
  api: AdoptionMetricsApi,
  metric: { id: MetricId; name: string },
): HistoryLoader {
  const { id, name } = metric;
  return {
    name,
    fileName: id,
    load: async (period, signal) =>
      historyOf(await api.getSeries({ metric: id, ...period }, { signal })),
    loadCsv: period => api.getSeriesCsv({ metric: id, ...period }),
  };
}

function historyOf(series: Series): HistoryData {
  const measure = { ...series, id: series.metric };
  return { ...series, write: value => formatValue(value, measure) };
}
