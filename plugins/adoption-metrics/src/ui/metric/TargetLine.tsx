import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { gapTextOf, targetTextOf, useScorecardLanguage } from '../format';
import styles from './MetricValue.module.css';

/** The target, and how far away it is. */
export function TargetLine(props: { metric: Metric }) {
  const language = useScorecardLanguage();

  const gap = gapTextOf(props.metric, language);
  return (
    <div className={styles.target}>
      <span>{targetTextOf(props.metric, language)}</span>
      {gap && <span className={styles.gap}>{gap}</span>}
    </div>
  );
}
