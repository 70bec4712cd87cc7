import type { Lifecycle } from 'backstage-plugin-adoption-metrics-common';
import { countOrUnknown } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { periodLabel } from './lifecycleRows';

type Period = Lifecycle['periods'][number];
type CountId = Exclude<keyof Period, 'from' | 'to'>;

const counts: Array<[CountId, string]> = [
  ['active', 'Active'],
  ['new', 'New'],
  ['returning', 'Returning'],
  ['reactivated', 'Reactivated'],
  ['lapsed', 'Lapsed'],
  ['neverSeen', 'Never seen'],
  ['developers', 'Developers'],
];

/** The newest period first. */
export function LifecycleTable(props: { lifecycle: Lifecycle }) {
  const { periods, granularity } = props.lifecycle;
  const columns: Array<Column<Period>> = [
    {
      id: 'period',
      label: 'Period',
      sortBy: ({ from }) => from,
      cell: ({ from }) => periodLabel(from, granularity),
    },
    ...counts.map(
      ([id, label]): Column<Period> => ({
        id,
        label,
        numeric: true,
        sortBy: period => period[id],
        cell: period => countOrUnknown(period[id]),
      }),
    ),
  ];
  return (
    <DataTable
      name="People by period"
      columns={columns}
      rows={[...periods].reverse()}
      rowKey={({ from }) => from}
    />
  );
}
