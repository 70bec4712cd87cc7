import { NarrowButton } from '../../ui/address';
import { DataTable, type Column } from '../../ui/table';
import { lengthText } from './texts';
import { dayText, isObserved, type TimelineDay } from './timelineDays';
import { useLanguage, type Language } from '../../ui/format';

const lengths = ['down', 'restart', 'unknown', 'maintenance'] as const;

interface TimelineTableProps {
  days: TimelineDay[];
  /** The day to which the page is narrowed. */
  chosen?: string;
  onChoose: (day: string) => void;
}

function columnsOf(
  { chosen, onChoose }: TimelineTableProps,
  language: Language,
): Array<Column<TimelineDay>> {
  const { t, format } = language;
  return [
    {
      id: 'day',
      label: t('uptime.timeline.day'),
      sortBy: ({ day }) => day,
      cell: ({ day }) => (
        <NarrowButton
          subject={format.date(day)}
          pressed={day === chosen}
          onPress={() => onChoose(day)}
        >
          {format.day(day)}
        </NarrowButton>
      ),
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
export function TimelineTable(props: TimelineTableProps) {
  const language = useLanguage();
  const { t } = language;

  return (
    <DataTable
      name={t('uptime.timeline.tableName')}
      columns={columnsOf(props, language)}
      rows={[...props.days].reverse()}
      rowKey={({ day }) => day}
    />
  );
}
