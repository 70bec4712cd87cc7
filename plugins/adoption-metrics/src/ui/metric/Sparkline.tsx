import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { SparklineDrawing } from './SparklineDrawing';
import { sparklineGeometry } from './sparklineGeometry';
import { sparklineSummary } from './sparklineSummary';
import { useScorecardLanguage } from '../format';
import styles from './Sparkline.module.css';

/** The last 90 days of a metric with its target; unknown days are gaps. */
export function Sparkline(props: { metric: Metric }) {
  const { metric } = props;
  const language = useScorecardLanguage();
  const { t, format } = language;

  const { sparkline, target, status } = metric;
  const geometry = sparklineGeometry(sparkline, target.value);
  if (!geometry.last) {
    return <div className={styles.empty}>{t('metric.sparkline.empty')}</div>;
  }
  const { x, y } = geometry.last;
  return (
    <div
      className={styles.frame}
      role="img"
      aria-label={sparklineSummary(metric, language)}
    >
      <div className={styles.content}>
        <div className={styles.sparkline}>
          <SparklineDrawing geometry={geometry} />
          <span
            className={`${styles.last} ${styles[status] ?? ''}`}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          />
        </div>
        <div className={styles.days} aria-hidden>
          <span>{format.shortDay(sparkline[0].day)}</span>
          <span>{format.shortDay(sparkline[sparkline.length - 1].day)}</span>
        </div>
      </div>
    </div>
  );
}
