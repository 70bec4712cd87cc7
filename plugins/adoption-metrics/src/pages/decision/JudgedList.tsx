import { StateChip, type JudgedState } from './StateChip';
import styles from '../../ui/layout.module.css';

interface Judged {
  id: string;
  state: JudgedState;
  title: string;
  reason: string;
}

/** What is judged, each with what that rests on. */
export function JudgedList(props: { list: Judged[] }) {
  return (
    <ul className={styles.metrics}>
      {props.list.map(({ id, state, title, reason }) => (
        <li key={id}>
          <StateChip state={state} />
          <div>
            {title}
            <p className={styles.quiet}>{reason}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
