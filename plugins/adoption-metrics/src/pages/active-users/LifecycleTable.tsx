import type { Lifecycle } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { periodLabel } from './lifecycleRows';
import { useLanguage } from '../../ui/format';

type Period = Lifecycle['periods'][number];
type CountId = Exclude<keyof Period, 'from' | 'to'>;

const counts: CountId[] = [
  'active',
  'new',
  'returning',
  'reactivated',
  'lapsed',
  'neverSeen',
  'developers',
];

/** The newest period first. */
export function LifecycleTable(props: { lifecycle: Lifecycle }) {
  const { periods, granularity } = props.lifecycle;
  const language = useLanguage();
  const { t, format } = language;

  const columns: Array<Column<Period>> = [
    {
      id: 'period',
      label: t('activeUsers.lifecycle.period'),
      sortBy: ({ from }) => from,
      cell: ({ from }) => periodLabel(from, granularity, language),
    },
    ...counts.map(
      (id): Column<Period> => ({
        id,
        label: t(`activeUsers.lifecycle.${id}`),
        numeric: true,
        sortBy: period => period[id],
        cell: period => format.countOrUnknown(period[id]),
      }),
    ),
  ];
  return (
    <DataTable
      name={t('activeUsers.lifecycle.tableName')}
      columns={columns}
      rows={[...periods].reverse()}
      rowKey={({ from }) => from}
    />
  );
}
