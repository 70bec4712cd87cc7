import styles from '../../ui/layout.module.css';

/** A few sentences, one below the other; nothing if there are none. */
export function Sentences(props: { list: string[] }) {
  return props.list.length > 0 ? (
    <ul className={styles.list}>
      {props.list.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  ) : null;
}
