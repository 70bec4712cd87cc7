import { VisuallyHidden } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { deltaTextOf, movementTextOf, useScorecardLanguage } from '../format';
import styles from './MetricValue.module.css';

/** The change since the previous period, and what moved behind it. */
export function ChangeLine(props: { metric: Metric }) {
  const { metric } = props;
  const language = useScorecardLanguage();
  const { t, format } = language;

  const { delta } = metric;
  const change = deltaTextOf(metric, language);
  const movement = movementTextOf(metric, language);
  if (!delta || !change) {
    return null;
  }
  const direction = format.direction(
    { change: delta.change, previous: delta.previousValue },
    metric,
  );
  const verdict = direction && verdictOf(metric, direction);
  return (
    <div>
      <span className={`${styles.change} ${verdict ? styles[verdict] : ''}`}>
        {direction && <Arrow direction={direction} />}
        {change}
      </span>
      {verdict && (
        <VisuallyHidden> ({t(`metric.change.${verdict}`)})</VisuallyHidden>
      )}
      {movement && <div>{movement}</div>}
    </div>
  );
}

type Direction = 'up' | 'down';

function Arrow(props: { direction: Direction }) {
  const Icon = props.direction === 'up' ? RiArrowUpLine : RiArrowDownLine;
  return <Icon aria-hidden />;
}

function verdictOf({ target }: Metric, direction: Direction) {
  const wanted = target.operator === '>=' ? 'up' : 'down';
  return direction === wanted ? 'better' : 'worse';
}
