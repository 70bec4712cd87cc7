import { DataTable, type Column } from '../../ui/table';
import { lengthText } from './texts';
import { dayText, isObserved, type TimelineDay } from './timelineDays';
import { useLanguage, type Language } from '../../ui/format';

const lengths = ['down', 'unknown', 'maintenance'] as const;

function columnsOf(language: Language): Array<Column<TimelineDay>> {
  const { t, format } = language;
  return [
    {
      id: 'day',
      label: t('uptime.timeline.day'),
      sortBy: ({ day }) => day,
      cell: ({ day }) => format.day(day),
    },
    {
      id: 'state',
      label: t('uptime.timeline.state'),
      cell: day => dayText(day, language),
    },
    ...lengths.map(
      (state): Column<TimelineDay> => ({
        id: state,
        label: t(`uptime.timeline.length.${state}`),
        numeric: true,
        sortBy: day => (isObserved(day) ? day.seconds[state] : null),
        cell: day => lengthText(day.seconds[state], isObserved(day), language),
      }),
    ),
  ];
}

/** The same days as the bar, newest first. */
export function TimelineTable(props: { days: TimelineDay[] }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <DataTable
      name={t('uptime.timeline.tableName')}
      columns={columnsOf(language)}
      rows={[...props.days].reverse()}
      rowKey={({ day }) => day}
    />
  );
}
