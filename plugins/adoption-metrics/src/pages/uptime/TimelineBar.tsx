import { formatDay, formatShortDay } from '../../ui/format';
import styles from './TimelineBar.module.css';
import {
  dayStates,
  dayText,
  type DayState,
  type TimelineDay,
} from './timelineDays';

const stateNames: Record<DayState, string> = {
  up: 'up',
  down: 'down',
  unknown: 'unknown',
  maintenance: 'maintenance',
  unobserved: 'not observed',
};

/** The states as they stand in a cell, from the top. */
const fromTheTop: DayState[] = [
  'unobserved',
  'up',
  'maintenance',
  'unknown',
  'down',
];

/** A cell for each day, with patterns for those who see no colours. */
export function TimelineBar(props: { days: TimelineDay[] }) {
  return (
    <>
      <ol className={styles.days} aria-label="States by day">
        {props.days.map((day, index) => (
          <DayCell key={day.day} day={day} isFirst={index === 0} />
        ))}
      </ol>
      <ul className={styles.legend} aria-label="What the patterns mean">
        {dayStates.map(state => (
          <li key={state}>
            <span className={`${styles.key} ${styles[state]}`} aria-hidden />
            {stateNames[state]}
          </li>
        ))}
      </ul>
    </>
  );
}

function DayCell(props: { day: TimelineDay; isFirst: boolean }) {
  const { day, isFirst } = props;
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
        {labelOf(day.day, isFirst)}
      </span>
      <span className={styles.text}>
        {formatDay(day.day)}: {dayText(day)}
      </span>
    </li>
  );
}

/** The month is named where it begins, and at the beginning. */
function labelOf(day: string, isFirst: boolean) {
  const [number, month] = formatShortDay(day).split(' ');
  return isFirst || number === '1' ? (
    <>
      {number}
      <br />
      {month}
    </>
  ) : (
    number
  );
}
