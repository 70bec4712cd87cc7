import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { headlineOf } from '../format';
import { StatusChip } from '../StatusChip';
import styles from './FigureValue.module.css';

/** The large number with its verdict, above what it is made of. */
export function FigureValue(props: { figure: Figure }) {
  const { value, detail, known } = headlineOf(props.figure);
  return (
    <>
      <div className={styles.headline}>
        <span className={`${styles.value} ${known ? '' : styles.unknown}`}>
          {value}
        </span>
        <StatusChip status={props.figure.status} />
      </div>
      <p className={styles.detail}>{detail}</p>
    </>
  );
}
