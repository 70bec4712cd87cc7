import { Skeleton } from '@backstage/ui';
import { lazy, Suspense, useCallback } from 'react';
import { isForbidden } from '../../api';
import { useReport } from '../../api/useReport';
import { useLoaded } from '../../api/useLoaded';
import { Legend, type LegendKey } from '../chart';
import { LoadFailure, NoPermission } from '../loading/failures';
import type { HistoryData, HistoryPeriod, HistoryLoader } from './HistoryData';
import { AnnotationList } from './AnnotationList';
import { placeAnnotations } from './placeAnnotations';
import { HistoryTable } from './HistoryTable';
import styles from './HistorySection.module.css';

interface HistoryProps {
  /** Has to keep its identity between renders. */
  source: HistoryLoader;
  period: HistoryPeriod;
  asTable: boolean;
}

// The charting library is far larger than the rest of the page.
const HistoryChart = lazy(async () => {
  const { HistoryChart: Chart } = await import('./HistoryChart');
  return { default: Chart };
});

const chartSkeleton = <Skeleton width="100%" height={330} />;

const lineKeys: LegendKey[] = [
  { label: 'metric at the end of each period', mark: 'line' },
  { label: 'provisional, late reports may still arrive', mark: 'dots' },
];
const targetKey: LegendKey = { label: 'target', mark: 'dashes' };

/** Loads one history and shows it; keeps the last while another one loads. */
export function History(props: HistoryProps) {
  const { source, asTable } = props;
  const { value, error, loading, reload } = useHistory(source, props.period);
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
      <HistoryView history={value} name={source.name} asTable={asTable} />
    </div>
  );
}

function HistoryView(props: {
  history: HistoryData;
  name: string;
  asTable: boolean;
}) {
  const { history, name, asTable } = props;
  const title = `History: ${name}`;
  const annotations = useAnnotations(history);
  if (history.points.every(({ value }) => value === null)) {
    return (
      <p className={styles.quiet}>
        {history.hidden ?? 'Nothing is known of these days yet.'}
      </p>
    );
  }
  if (asTable) {
    return (
      <>
        <HistoryTable history={history} name={title} />
        <AnnotationList annotations={annotations} />
      </>
    );
  }
  return (
    <>
      <Suspense fallback={chartSkeleton}>
        <HistoryChart
          history={history}
          name={title}
          annotations={annotations}
        />
      </Suspense>
      <AnnotationList annotations={annotations} />
      <Legend keys={history.target ? [...lineKeys, targetKey] : lineKeys} />
    </>
  );
}

/** A history is shown without them while they load, or if they fail to. */
function useAnnotations({ points }: HistoryData) {
  const range = { from: points[0]?.from, to: points.at(-1)?.to };
  const { value } = useReport('annotations', range);
  return placeAnnotations(value?.annotations ?? [], points);
}

function useHistory(source: HistoryLoader, period: HistoryPeriod) {
  const { from, granularity } = period;
  const load = useCallback(
    (signal: AbortSignal) => source.load({ from, granularity }, signal),
    [source, from, granularity],
  );
  return useLoaded(load);
}
