import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, formatShare } from '../format';
import { definitionsRouteRef } from '../../routes';
import { ChangeLine } from './ChangeLine';
import { MetricValue } from './MetricValue';
import { TargetLine } from './TargetLine';
import { Surface } from '../Surface';
import { TargetMeter } from './TargetMeter';
import { TextLink } from '../TextLink';
import styles from './MetricPage.module.css';

interface MetricSummaryProps {
  metric: Metric;
  timeZone: string;
}

/** The value against its target beside what the value means. */
export function MetricSummary(props: MetricSummaryProps) {
  const { metric } = props;
  return (
    <Surface>
      <div className={styles.summary}>
        <div className={styles.metric}>
          <MetricValue metric={metric} />
          <TargetMeter metric={metric} />
          <TargetLine metric={metric} />
          <div className={styles.quiet}>
            <ChangeLine metric={metric} />
          </div>
        </div>
        <MetricMeaning {...props} />
      </div>
    </Surface>
  );
}

function MetricMeaning(props: MetricSummaryProps) {
  const { metric, timeZone } = props;
  const link = useRouteRef(definitionsRouteRef)?.();
  return (
    <div className={styles.meaning}>
      <p className={styles.statement}>{metric.statement}</p>
      <h3 className={styles.subtitle}>What it means</h3>
      <p className={styles.definition}>{metric.definition.text}</p>
      {metric.notes.map(note => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <p className={styles.quiet}>{evidenceOf(metric, timeZone)}</p>
      <p className={styles.quiet}>
        <TextLink href={link && `${link}#${metric.id}`}>
          Definition, version {metric.definition.version}
        </TextLink>
      </p>
    </div>
  );
}

function evidenceOf(metric: Metric, timeZone: string): string {
  const { asOf, window, coverage } = metric;
  const parts = [
    asOf ? `as of ${formatInstant(asOf, timeZone)}` : 'no evidence yet',
    window && `window of ${window.days} days`,
    coverage !== null && `${formatShare(coverage, 1)} of it observed`,
    timeZone,
  ];
  return parts.filter(Boolean).join(' · ');
}
