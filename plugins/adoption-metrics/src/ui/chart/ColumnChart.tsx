import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import type { ColumnChartProps } from './columnData';

// The charting library is far larger than the rest of the page.
const Columns = lazy(async () => {
  const { Columns: Drawing } = await import('./Columns');
  return { default: Drawing };
});

/** Columns of one or more layers; what is unknown stays a gap. */
export function ColumnChart(props: ColumnChartProps) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={300} />}>
      <Columns {...props} />
    </Suspense>
  );
}
