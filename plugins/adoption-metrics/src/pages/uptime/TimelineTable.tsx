import { formatDay } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { lengthText } from './texts';
import {
  dayText,
  isObserved,
  type DayState,
  type TimelineDay,
} from './timelineDays';

const lengths: Array<[DayState, string]> = [
  ['down', 'Down'],
  ['unknown', 'Unknown'],
  ['maintenance', 'Maintenance'],
];

const columns: Array<Column<TimelineDay>> = [
  {
    id: 'day',
    label: 'Day',
    sortBy: ({ day }) => day,
    cell: ({ day }) => formatDay(day),
  },
  { id: 'state', label: 'State', cell: dayText },
  ...lengths.map(
    ([state, label]): Column<TimelineDay> => ({
      id: state,
      label,
      numeric: true,
      sortBy: day => (isObserved(day) ? day.seconds[state] : null),
      cell: day => lengthText(day.seconds[state], isObserved(day)),
    }),
  ),
];

/** The same days as the bar, newest first. */
export function TimelineTable(props: { days: TimelineDay[] }) {
  return (
    <DataTable
      name="States by day"
      columns={columns}
      rows={[...props.days].reverse()}
      rowKey={({ day }) => day}
    />
  );
}
