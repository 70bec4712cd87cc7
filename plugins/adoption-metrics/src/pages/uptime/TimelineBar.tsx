import { useLanguage, type Format } from '../../ui/format';
import styles from './TimelineBar.module.css';
import {
  dayStates,
  dayText,
  hasEvents,
  isObserved,
  type DayState,
  type TimelineDay,
} from './timelineDays';

/** The states as they stand in a cell, from the top. */
const fromTheTop: DayState[] = [
  'unobserved',
  'up',
  'maintenance',
  'unknown',
  'restart',
  'down',
];

/** More days than this stand in low cells, so that a year fits on a screen. */
const mostHighDays = 90;

interface TimelineBarProps {
  days: TimelineDay[];
  /** The day that is not over. */
  today: string;
  /** The day to which the page is narrowed. */
  chosen?: string;
  onChoose: (day: string) => void;
}

/** A cell for each day, with patterns for those who see no colors. */
export function TimelineBar(props: TimelineBarProps) {
  const { days, ...rest } = props;
  const { t } = useLanguage();

  const isLong = days.length > mostHighDays;
  const shown = isLong ? fromFirstObserved(days) : days;

  return (
    <>
      <ol
        className={`${styles.days} ${isLong ? styles.long : ''}`}
        aria-label={t('uptime.timeline.tableName')}
      >
        {shown.map((day, index) => (
          <DayCell key={day.day} {...rest} day={day} isFirst={index === 0} />
        ))}
      </ol>
      <ul className={styles.legend} aria-label={t('uptime.timeline.patterns')}>
        {dayStates.map(state => (
          <li key={state}>
            <span className={`${styles.key} ${styles[state]}`} aria-hidden />
            {t(`uptime.timeline.${state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The time before the installation would fill most of a year. */
function fromFirstObserved(days: TimelineDay[]): TimelineDay[] {
  const first = days.findIndex(isObserved);
  return first < 0 ? days : days.slice(first);
}

interface DayCellProps extends Omit<TimelineBarProps, 'days'> {
  day: TimelineDay;
  isFirst: boolean;
}

function DayCell(props: DayCellProps) {
  const { day, isFirst, today, chosen, onChoose } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { seconds } = day;
  const isToday = day.day === today;
  return (
    <li className={styles.day}>
      <button
        type="button"
        className={`${styles.cell} ${isToday ? styles.today : ''}`}
        data-printed
        aria-pressed={day.day === chosen}
        // The keyboard stops where something happened; a table has all days.
        tabIndex={hasEvents(day) ? 0 : -1}
        onClick={() => onChoose(day.day)}
      >
        <span className={styles.text}>
          {t('uptime.timeline.dayState', {
            day: format.day(day.day),
            state: dayText(day, language),
          })}
          {isToday && ` (${t('uptime.timeline.soFar')})`}
        </span>
        {fromTheTop
          .filter(state => seconds[state] > 0)
          .map(state => (
            <span
              key={state}
              className={`${styles.part} ${styles[state]}`}
              style={{ flexGrow: seconds[state] }}
              aria-hidden
            />
          ))}
      </button>
      <span className={styles.label} aria-hidden>
        {isToday
          ? t('uptime.timeline.today')
          : labelOf(day.day, isFirst, format)}
      </span>
    </li>
  );
}

/** The month is named where it begins, and at the beginning. */
function labelOf(day: string, isFirst: boolean, format: Format) {
  const number = format.dayOfMonth(day);
  return isFirst || day.endsWith('-01') ? (
    <>
      {number}
      <br />
      {format.shortMonth(day)}
    </>
  ) : (
    number
  );
}
