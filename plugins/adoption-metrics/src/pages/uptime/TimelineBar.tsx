import { useLanguage, type Format } from '../../ui/format';
import styles from './TimelineBar.module.css';
import {
  dayStates,
  dayText,
  type DayState,
  type TimelineDay,
} from './timelineDays';

/** The states as they stand in a cell, from the top. */
const fromTheTop: DayState[] = [
  'unobserved',
  'up',
  'maintenance',
  'unknown',
  'down',
];

/** A cell for each day, with patterns for those who see no colors. */
export function TimelineBar(props: { days: TimelineDay[] }) {
  const { t } = useLanguage();

  return (
    <>
      <ol className={styles.days} aria-label={t('uptime.timeline.tableName')}>
        {props.days.map((day, index) => (
          <DayCell key={day.day} day={day} isFirst={index === 0} />
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

function DayCell(props: { day: TimelineDay; isFirst: boolean }) {
  const { day, isFirst } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { seconds } = day;
  return (
    <li className={styles.day}>
      <span className={styles.cell} aria-hidden>
        {fromTheTop
          .filter(state => seconds[state] > 0)
          .map(state => (
            <span
              key={state}
              className={`${styles.part} ${styles[state]}`}
              style={{ flexGrow: seconds[state] }}
            />
          ))}
      </span>
      <span className={styles.label} aria-hidden>
        {labelOf(day.day, isFirst, format)}
      </span>
      <span className={styles.text}>
        {t('uptime.timeline.dayState', {
          day: format.day(day.day),
          state: dayText(day, language),
        })}
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
