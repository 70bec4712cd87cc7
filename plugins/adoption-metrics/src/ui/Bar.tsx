import styles from './Bar.module.css';

interface BarProps {
  part: number;
  whole: number;
  /** Where a target stands on the same scale. */
  mark?: number;
}

/** A part of a whole as a bar, beside the number that says the same. */
export function Bar(props: BarProps) {
  const { part, whole, mark } = props;
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.fill} style={{ width: percent(part, whole) }} />
      {mark !== undefined && (
        <span className={styles.mark} style={{ left: percent(mark, whole) }} />
      )}
    </span>
  );
}

function percent(part: number, whole: number): string {
  return `${whole > 0 ? (part / whole) * 100 : 0}%`;
}
