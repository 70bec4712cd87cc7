import type { LoadTimes } from 'backstage-plugin-adoption-metrics-common';
import { Bar } from '../../ui/Bar';
import type { Column } from '../../ui/table';
import { useLanguage, type Language } from '../../ui/format';
import styles from './PageLoadSections.module.css';

const percentiles = ['p50', 'p75', 'p95', 'p99'] as const;

/** What is known about loads, whatever they are grouped by. */
export function loadTimeColumns<TRow extends LoadTimes>({
  t,
  format,
}: Language): Array<Column<TRow>> {
  return [
    {
      id: 'loads',
      label: t('pageLoad.measure.loads'),
      numeric: true,
      sortBy: ({ loads }) => loads,
      cell: ({ loads }) => format.count(loads),
    },
    ...percentiles.map(
      (id): Column<TRow> => ({
        id,
        label: t(`pageLoad.column.${id}`),
        numeric: true,
        sortBy: row => row[id],
        cell: row => format.secondsOrUnknown(row[id]),
      }),
    ),
    {
      id: 'within',
      label: t('pageLoad.column.within'),
      numeric: true,
      sortBy: ({ shareWithinTarget }) => shareWithinTarget,
      cell: row => <WithinTarget times={row} />,
    },
  ];
}

function WithinTarget(props: { times: LoadTimes }) {
  const { shareWithinTarget, loads } = props.times;
  const { t, format } = useLanguage();

  if (shareWithinTarget === null) {
    return (
      <span className={styles.hint}>
        {loads > 0 ? t('pageLoad.column.targetChanged') : t('common.unknown')}
      </span>
    );
  }
  return (
    <div className={styles.within}>
      <Bar part={shareWithinTarget} whole={1} />
      <span>{format.share(shareWithinTarget)}</span>
    </div>
  );
}
