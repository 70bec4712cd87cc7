import type { SeriesPoint } from 'backstage-plugin-adoption-metrics-common';
import { NarrowButton } from '../address';
import type { HistoryData } from './HistoryData';
import { periodName } from './historyRows';
import { useLanguage, type Language, type Translate } from '../format';
import { DataTable, type Column } from '../table';

/** The series behind the chart, the newest period first. */
export function HistoryTable(props: {
  history: HistoryData;
  name: string;
  /** Narrows the page to a day. */
  onPickDay?: (day: string) => void;
}) {
  const { history, name, onPickDay } = props;
  const language = useLanguage();

  return (
    <DataTable
      name={name}
      columns={columnsOf(history, language, onPickDay)}
      rows={[...history.points].reverse()}
      rowKey={({ from }) => from}
      endless
    />
  );
}

function columnsOf(
  history: HistoryData,
  language: Language,
  onPickDay?: (day: string) => void,
): Array<Column<SeriesPoint>> {
  const { t, format } = language;
  return [
    {
      id: 'period',
      label: t('history.column.period'),
      cell: point => (
        <Period
          text={periodName(point, history.granularity, language)}
          onPick={onPickDay && (() => onPickDay(point.from))}
        />
      ),
    },
    {
      id: 'value',
      label: t('history.column.value'),
      numeric: true,
      cell: point => valueOfPoint(point, history, language),
    },
    {
      id: 'basis',
      label: t('history.column.basis'),
      numeric: true,
      isEmpty: point => basisOfPoint(point, language) === '',
      cell: point => basisOfPoint(point, language),
    },
    {
      id: 'coverage',
      label: t('history.column.coverage'),
      numeric: true,
      isEmpty: ({ coverage }) => coverage === null,
      cell: ({ coverage }) => (coverage === null ? '' : format.share(coverage)),
    },
    {
      id: 'state',
      label: t('history.column.state'),
      isEmpty: point => stateOfPoint(point, t) === '',
      cell: point => stateOfPoint(point, t),
    },
  ];
}

function Period(props: { text: string; onPick?: () => void }) {
  const { text, onPick } = props;
  return onPick ? (
    <NarrowButton subject={text} pressed={false} onPress={onPick}>
      {text}
    </NarrowButton>
  ) : (
    <>{text}</>
  );
}

export function valueOfPoint(
  { value }: SeriesPoint,
  history: HistoryData,
  { t, format }: Language,
): string {
  return value === null ? t('common.unknown') : history.write(value, format);
}

/** "28 of 300" or "4,212 page loads". */
export function basisOfPoint(
  { numerator, denominator, sampleCount }: SeriesPoint,
  { t, format }: Language,
): string {
  if (sampleCount !== null) {
    return t('history.loads', { count: sampleCount });
  }
  return numerator === null || denominator === null
    ? ''
    : t('common.partOfWhole', {
        part: format.count(numerator),
        whole: format.count(denominator),
      });
}

export function stateOfPoint(
  { state, partial }: SeriesPoint,
  t: Translate,
): string {
  if (!state) {
    return '';
  }
  return partial ? t('history.partial') : t(`history.${state}`);
}
