import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { spokenMetricOf, useLanguage } from '../format';
import { meterScale, positionOn } from './meterScale';
import styles from './TargetMeter.module.css';

/** How far a metric is from its target. Empty while the value is unknown. */
export function TargetMeter(props: { metric: Metric }) {
  const { metric } = props;
  const language = useLanguage();

  const { value, target } = metric;
  const scale = meterScale(value, target);
  const spoken = spokenMetricOf(metric, language);
  const semantics =
    value === null
      ? {
          role: 'img',
          'aria-label': language.t('metric.named', {
            name: metric.name,
            text: spoken,
          }),
        }
      : {
          role: 'meter',
          'aria-label': metric.name,
          'aria-valuemin': scale.min,
          'aria-valuemax': scale.max,
          'aria-valuenow': value,
          'aria-valuetext': spoken,
        };
  return (
    <div className={styles.meter} {...semantics}>
      {value !== null && (
        <span
          className={`${styles.fill} ${styles[metric.status] ?? ''}`}
          style={{ width: percent(positionOn(scale, value)) }}
        />
      )}
      <span
        className={styles.mark}
        style={{ left: percent(positionOn(scale, target.value)) }}
      />
    </div>
  );
}

function percent(position: number): string {
  return `${(position * 100).toFixed(2)}%`;
}
