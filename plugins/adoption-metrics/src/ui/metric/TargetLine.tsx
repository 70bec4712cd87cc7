import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { gapTextOf, targetTextOf } from '../format';
import styles from './MetricValue.module.css';

/** The target, and how far away it is. */
export function TargetLine(props: { metric: Metric }) {
  const gap = gapTextOf(props.metric);
  return (
    <div className={styles.target}>
      <span>{targetTextOf(props.metric)}</span>
      {gap && <span className={styles.gap}>{gap}</span>}
    </div>
  );
}
