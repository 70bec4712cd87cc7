import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Metric,
  MetricId,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo } from 'react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../../api';
import type { HistoryData, HistoryLoader } from './HistoryData';
import type { RangeId } from '../address';
import { HistorySection } from './HistorySection';
import { useLanguage } from '../format';

/** The history of a metric against its target. */
export function MetricHistory(props: {
  metric: Metric;
  today: string;
  usualRange?: RangeId;
}) {
  const { id } = props.metric;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const source = useMemo(() => metricHistoryLoader(api, id), [api, id]);
  return (
    <HistorySection
      name={t(`metric.name.${id}`)}
      source={source}
      today={props.today}
      usualRange={props.usualRange}
    />
  );
}

export function metricHistoryLoader(
  api: AdoptionMetricsApi,
  id: MetricId,
): HistoryLoader {
  return {
    fileName: id,
    load: async (period, signal) =>
      historyOf(
        await api.request('GET /metrics/{id}/series', {
          params: { id },
          query: period,
          signal,
        }),
      ),
    loadCsv: period =>
      api.csv('GET /metrics/{id}/series', { params: { id }, query: period }),
  };
}

function historyOf(series: Series): HistoryData {
  const { metric, unit, target } = series;
  return {
    ...series,
    write: (value, format) => format.value(value, { id: metric, unit, target }),
  };
}
