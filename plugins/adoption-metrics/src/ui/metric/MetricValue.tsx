import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { headlineOf, useScorecardLanguage } from '../format';
import { StatusChip } from '../StatusChip';
import styles from './MetricValue.module.css';

/** The large number with its verdict, above what it is made of. */
export function MetricValue(props: { metric: Metric }) {
  const language = useScorecardLanguage();

  const { value, detail, known } = headlineOf(props.metric, language);
  return (
    <>
      <div className={styles.headline}>
        <span className={`${styles.value} ${known ? '' : styles.unknown}`}>
          {value}
        </span>
        <StatusChip id={props.metric.id} status={props.metric.status} />
      </div>
      <p className={styles.detail}>{detail}</p>
    </>
  );
}
