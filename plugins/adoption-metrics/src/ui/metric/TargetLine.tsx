import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { gapTextOf, targetTextOf } from '../format';
import styles from './FigureValue.module.css';

/** The target, and how far away it is. */
export function TargetLine(props: { figure: Figure }) {
  const gap = gapTextOf(props.figure);
  return (
    <div className={styles.target}>
      <span>{targetTextOf(props.figure)}</span>
      {gap && <span className={styles.gap}>{gap}</span>}
    </div>
  );
}
