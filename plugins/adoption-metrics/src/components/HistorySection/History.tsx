import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { Series } from 'backstage-plugin-adoption-metrics-common';
import { lazy, Suspense, useCallback } from 'react';
import {
  adoptionMetricsApiRef,
  isForbidden,
  type SeriesRequest,
} from '../../api';
import { useLoaded } from '../../hooks/useLoaded';
import { LoadFailure, NoPermission } from '../Loadable';
import { HistoryTable } from './HistoryTable';
import styles from './HistorySection.module.css';

interface HistoryProps {
  request: SeriesRequest;
  name: string;
  asTable: boolean;
}

// The charting library is far larger than the rest of the page.
const HistoryChart = lazy(async () => {
  const { HistoryChart: Chart } = await import('./HistoryChart');
  return { default: Chart };
});

const chartSkeleton = <Skeleton width="100%" height={330} />;

/** Loads one series and shows it; keeps the last while another one loads. */
export function History(props: HistoryProps) {
  const { name, asTable } = props;
  const { value, error, loading, reload } = useSeries(props.request);
  if (error) {
    return isForbidden(error) ? (
      <NoPermission />
    ) : (
      <LoadFailure subject="The history" error={error} onRetry={reload} />
    );
  }
  if (!value) {
    return chartSkeleton;
  }
  const refreshing = loading ? styles.refreshing : '';
  return (
    <div className={`${styles.frame} ${refreshing}`} aria-busy={loading}>
      <HistoryView series={value} name={name} asTable={asTable} />
    </div>
  );
}

function HistoryView(props: {
  series: Series;
  name: string;
  asTable: boolean;
}) {
  const { series, name, asTable } = props;
  const title = `History: ${name}`;
  if (series.points.every(({ value }) => value === null)) {
    return <p className={styles.quiet}>Nothing is known of these days yet.</p>;
  }
  if (asTable) {
    return <HistoryTable series={series} name={title} />;
  }
  return (
    <>
      <Suspense fallback={chartSkeleton}>
        <HistoryChart series={series} name={title} />
      </Suspense>
      <ul className={styles.legend}>
        <li>
          <span className={styles.key} aria-hidden />
          figure at the end of each period
        </li>
        <li>
          <span className={`${styles.key} ${styles.provisional}`} aria-hidden />
          provisional, late reports may still arrive
        </li>
        <li>
          <span className={`${styles.key} ${styles.target}`} aria-hidden />
          target
        </li>
      </ul>
    </>
  );
}

function useSeries({ metric, from, to, granularity }: SeriesRequest) {
  const api = useApi(adoptionMetricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getSeries({ metric, from, to, granularity }, { signal }),
    [api, metric, from, to, granularity],
  );
  return useLoaded(load);
}
