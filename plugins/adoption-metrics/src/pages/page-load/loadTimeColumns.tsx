import type { LoadTimes } from 'backstage-plugin-adoption-metrics-common';
import {
  formatCount,
  formatShare,
  secondsOrUnknown,
  pageLoadMeasureNames,
} from '../../ui/format';
import { Bar } from '../../ui/Bar';
import type { Column } from '../../ui/table';
import styles from './PageLoadSections.module.css';

const percentiles = ['p50', 'p75', 'p95', 'p99'] as const;

/** What is shown of loads, whatever they are grouped by. */
export function loadTimeColumns<TRow extends LoadTimes>(): Array<Column<TRow>> {
  return [
    {
      id: 'loads',
      label: pageLoadMeasureNames.loads,
      numeric: true,
      sortBy: ({ loads }) => loads,
      cell: ({ loads }) => formatCount(loads),
    },
    ...percentiles.map(
      (id): Column<TRow> => ({
        id,
        label: id,
        numeric: true,
        sortBy: row => row[id],
        cell: row => secondsOrUnknown(row[id]),
      }),
    ),
    {
      id: 'within',
      label: 'Within target',
      numeric: true,
      sortBy: ({ shareWithinTarget }) => shareWithinTarget,
      cell: row => <WithinTarget times={row} />,
    },
  ];
}

export function WithinTarget(props: { times: LoadTimes }) {
  const { shareWithinTarget, loads } = props.times;
  if (shareWithinTarget === null) {
    return (
      <span className={styles.hint}>
        {loads > 0 ? 'the target changed' : 'unknown'}
      </span>
    );
  }
  return (
    <div className={styles.within}>
      <Bar part={shareWithinTarget} whole={1} />
      <span>{formatShare(shareWithinTarget, 1)}</span>
    </div>
  );
}
