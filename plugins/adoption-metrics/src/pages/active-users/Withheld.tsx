import styles from './ActiveUsersSections.module.css';

/** In place of a number; why it is hidden stands below the row's name. */
export function Withheld() {
  return <span className={styles.withheld}>hidden</span>;
}
