import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { metricRouteRefs } from '../routes';
import { Sparkline } from '../ui/metric/Sparkline';
import { TargetMeter } from '../ui/metric/TargetMeter';
import { TextLink } from '../ui/TextLink';
import { ChangeLine } from '../ui/metric/ChangeLine';
import { TargetLine } from '../ui/metric/TargetLine';
import { StatusChip } from '../ui/StatusChip';
import {
  headlineOf,
  notesOf,
  useScorecardLanguage,
  wordsOf,
} from '../ui/format';
import styles from './MetricTile.module.css';

/**
 * One metric of the scorecard: value, target, verdict and trend. In a small cell
 * it is a line with name, value, status and trend.
 */
export function MetricTile(props: { metric: Metric }) {
  const { metric } = props;
  const language = useScorecardLanguage();

  const name = language.t(`metric.name.${metric.id}`);
  const link = useRouteRef(metricRouteRefs[metric.id]);
  const { value, detail, known } = headlineOf(metric, language);
  return (
    <article className={styles.tile} aria-label={name}>
      <h3 className={styles.name}>
        <TextLink href={link?.()} variant="plain">
          {name}
        </TextLink>
      </h3>
      <div className={styles.headline}>
        <span className={`${styles.value} ${known ? '' : styles.unknown}`}>
          {value}
        </span>
        <span className={styles.status}>
          <StatusChip id={metric.id} status={metric.status} />
        </span>
      </div>
      <p
        className={`${styles.detail} ${
          metric.delta ? '' : styles.withoutChange
        }`}
      >
        {detail}
      </p>
      <div className={styles.meter}>
        <TargetMeter metric={metric} />
      </div>
      <div className={styles.target}>
        <TargetLine metric={metric} />
      </div>
      <div className={styles.past}>
        <Sparkline metric={metric} />
      </div>
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
  const language = useScorecardLanguage();

  const { statement, wording } = metric;
  const [note] = notesOf(metric, language);
  return (
    <div className={styles.trend}>
      <ChangeLine metric={metric} />
      {metric.status === 'undecided' && metric.reason !== 'no-data' && (
        <p className={styles.reason}>
          {wordsOf(wording?.statement, statement, language)}
        </p>
      )}
      {note && (
        <p className={styles.note} title={note}>
          {note}
        </p>
      )}
    </div>
  );
}
