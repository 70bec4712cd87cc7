import { VisuallyHidden } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { deltaTextOf, movementTextOf, useLanguage } from '../format';
import styles from './MetricValue.module.css';

/** The change since the previous period, and what moved behind it. */
export function ChangeLine(props: { metric: Metric }) {
  const { metric } = props;
  const language = useLanguage();
  const { t } = language;

  const change = deltaTextOf(metric, language);
  const movement = movementTextOf(metric, language);
  if (!change) {
    return null;
  }
  const verdict = verdictOf(metric);
  return (
    <div>
      <span className={`${styles.change} ${verdict ? styles[verdict] : ''}`}>
        <Arrow change={metric.delta?.change ?? 0} />
        {change}
      </span>
      {verdict && (
        <VisuallyHidden> ({t(`metric.change.${verdict}`)})</VisuallyHidden>
      )}
      {movement && <div>{movement}</div>}
    </div>
  );
}

function Arrow(props: { change: number }) {
  if (props.change === 0) {
    return null;
  }
  const Icon = props.change > 0 ? RiArrowUpLine : RiArrowDownLine;
  return <Icon aria-hidden />;
}

function verdictOf({ delta, target }: Metric): 'better' | 'worse' | undefined {
  if (!delta || delta.change === 0) {
    return undefined;
  }
  const wantsMore = target.operator === '>=';
  return delta.change > 0 === wantsMore ? 'better' : 'worse';
}
