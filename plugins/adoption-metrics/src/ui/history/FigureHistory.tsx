import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Figure,
  MetricId,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { useMemo } from 'react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../../api';
import { formatValue } from '../format';
import type { HistoryData, HistorySource } from './HistoryData';
import { HistorySection } from './HistorySection';

/** The history of a figure against its target. */
export function FigureHistory(props: { figure: Figure; today: string }) {
  const { metric, name } = props.figure;
  const api = useApi(adoptionMetricsApiRef);
  const source = useMemo(
    () => figureSource(api, { metric, name }),
    [api, metric, name],
  );
  return <HistorySection source={source} today={props.today} />;
}

export function figureSource(
  api: AdoptionMetricsApi,
  figure: { metric: MetricId; name: string },
): HistorySource {
  const { metric, name } = figure;
  return {
    name,
    fileName: metric,
    load: async (period, signal) =>
      historyOf(await api.getSeries({ metric, ...period }, { signal })),
    loadCsv: period => api.getSeriesCsv({ metric, ...period }),
  };
}

function historyOf(series: Series): HistoryData {
  return { ...series, write: value => formatValue(value, series) };
}
