import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import {
  spokenMetricOf,
  useScorecardLanguage,
  type ScorecardLanguage,
} from '../format';
import { meterScale, positionOn, type MeterScale } from './meterScale';
import styles from './TargetMeter.module.css';

/**
 * How far a metric is from its target, on a scale whose ends are labeled. Empty
 * while the value is unknown.
 */
export function TargetMeter(props: { metric: Metric }) {
  const { metric } = props;
  const language = useScorecardLanguage();
  const { format } = language;

  const { value, target } = metric;
  const scale = meterScale(value, target);
  return (
    <div {...semanticsOf(metric, scale, language)}>
      <div className={styles.meter}>
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
      {value !== null && (
        <div className={styles.ends} aria-hidden>
          <span>{format.end(scale.min, metric.unit)}</span>
          <span>{format.end(scale.max, metric.unit)}</span>
        </div>
      )}
    </div>
  );
}

function semanticsOf(
  metric: Metric,
  scale: MeterScale,
  language: ScorecardLanguage,
) {
  const { t } = language;
  const name = t(`metric.name.${metric.id}`);
  const spoken = spokenMetricOf(metric, language);
  return metric.value === null
    ? { role: 'img', 'aria-label': t('metric.named', { name, text: spoken }) }
    : {
        role: 'meter',
        'aria-label': name,
        'aria-valuemin': scale.min,
        'aria-valuemax': scale.max,
        'aria-valuenow': metric.value,
        'aria-valuetext': spoken,
      };
}

function percent(position: number): string {
  return `${(position * 100).toFixed(2)}%`;
}
