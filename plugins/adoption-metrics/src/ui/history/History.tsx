import { Skeleton } from '@backstage/ui';
import { lazy, Suspense, useCallback } from 'react';
import { isForbidden } from '../../api';
import { useAnswer } from '../../api';
import { useLoaded } from '../../api/useLoaded';
import { Legend, type LegendKey } from '../chart';
import { LoadFailure, NoPermission } from '../loading/failures';
import type { HistoryData, HistoryPeriod, HistoryLoader } from './HistoryData';
import { AnnotationList } from './AnnotationList';
import { placeAnnotations } from './placeAnnotations';
import { HistoryTable } from './HistoryTable';
import { useLanguage, type Translate } from '../format';
import styles from './HistorySection.module.css';

interface HistoryProps {
  name: string;
  /** Has to keep its identity between renders. */
  source: HistoryLoader;
  period: HistoryPeriod;
  asTable: boolean;
  /** Narrows the page to a day. */
  onPickDay?: (day: string) => void;
}

// The charting library is far larger than the rest of the page.
const HistoryChart = lazy(async () => {
  const { HistoryChart: Chart } = await import('./HistoryChart');
  return { default: Chart };
});

const chartSkeleton = <Skeleton width="100%" height={330} />;

/** Loads one history and shows it; keeps the last while another one loads. */
export function History(props: HistoryProps) {
  const { name, source, asTable, onPickDay } = props;
  const { t } = useLanguage();

  const { value, error, loading, reload } = useHistory(source, props.period);
  if (error) {
    return isForbidden(error) ? (
      <NoPermission />
    ) : (
      <LoadFailure
        subject={t('history.subject')}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return chartSkeleton;
  }
  const refreshing = loading ? styles.refreshing : '';
  return (
    <div className={`${styles.frame} ${refreshing}`} aria-busy={loading}>
      <HistoryView
        history={value}
        name={name}
        asTable={asTable}
        onPickDay={onPickDay}
      />
    </div>
  );
}

function HistoryView(props: {
  history: HistoryData;
  name: string;
  asTable: boolean;
  onPickDay?: (day: string) => void;
}) {
  const { history, name, asTable, onPickDay } = props;
  const { t } = useLanguage();

  const title = t('history.of', { name });
  const annotations = useAnnotations(history);
  if (history.points.every(({ value }) => value === null)) {
    return <p className={styles.quiet}>{t('history.empty')}</p>;
  }
  if (asTable) {
    return (
      <>
        <HistoryTable history={history} name={title} onPickDay={onPickDay} />
        <AnnotationList annotations={annotations} />
      </>
    );
  }
  return (
    <>
      <Suspense fallback={chartSkeleton}>
        <HistoryChart
          history={history}
          title={title}
          name={name}
          annotations={annotations}
          onPickDay={onPickDay}
        />
      </Suspense>
      <AnnotationList annotations={annotations} />
      <Legend keys={legendKeys(history, t)} />
    </>
  );
}

/** A history is shown without them while they load, or if they fail to. */
function useAnnotations({ points }: HistoryData) {
  const range = { from: points[0]?.from, to: points.at(-1)?.to };
  const { value } = useAnswer('GET /annotations', { query: range });
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

function legendKeys({ target }: HistoryData, t: Translate): LegendKey[] {
  const lines: LegendKey[] = [
    { label: t('history.legend.value'), mark: 'line' },
    { label: t('history.legend.open'), mark: 'dots' },
  ];
  return target
    ? [...lines, { label: t('history.legend.target'), mark: 'dashes' }]
    : lines;
}
