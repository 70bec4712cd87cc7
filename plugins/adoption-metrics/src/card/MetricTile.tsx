import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { metricRouteRefs } from '../routes';
import { Sparkline } from '../ui/metric/Sparkline';
import { TargetMeter } from '../ui/metric/TargetMeter';
import { TextLink } from '../ui/TextLink';
import { ChangeLine } from '../ui/metric/ChangeLine';
import { MetricValue } from '../ui/metric/MetricValue';
import { TargetLine } from '../ui/metric/TargetLine';
import styles from './MetricTile.module.css';

/** One metric of the scorecard: value, target, verdict and trend. */
export function MetricTile(props: { metric: Metric }) {
  const { metric } = props;
  const link = useRouteRef(metricRouteRefs[metric.id]);
  return (
    <article className={styles.tile} aria-label={metric.name}>
      <h3 className={styles.name}>
        <TextLink href={link?.()} variant="plain">
          {metric.name}
        </TextLink>
      </h3>
      <MetricValue metric={metric} />
      <TargetMeter metric={metric} />
      <TargetLine metric={metric} />
      <Sparkline metric={metric} />
      <MetricTrend metric={metric} />
    </article>
  );
}

/**
 * What changed or, without a verdict, why not; then what not to miss. That a
 * metric is unknown says everything where nothing was observed.
 */
function MetricTrend(props: { metric: Metric }) {
  const { metric } = props;
  const note = metric.notes[0];
  return (
    <div className={styles.trend}>
      <ChangeLine metric={metric} />
      {metric.status === 'undecided' && metric.reason !== 'no-data' && (
        <p>{metric.statement}</p>
      )}
      {note && (
        <p className={styles.note} title={note}>
          {note}
        </p>
      )}
    </div>
  );
}
