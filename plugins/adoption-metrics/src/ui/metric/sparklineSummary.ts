import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { formatShortDay, formatTarget, formatValue } from '../format';

/** What a sparkline shows, in words. */
export function sparklineSummary(metric: Metric): string {
  const known = metric.sparkline.flatMap(({ day, value }) =>
    value === null ? [] : [{ day, value }],
  );
  const values = known.map(({ value }) => value);
  const write = (value: number) => formatValue(value, metric);
  const [first, last] = [known[0], known[known.length - 1]].map(
    ({ day, value }) => `${write(value)} on ${formatShortDay(day)}`,
  );
  const unknown = metric.sparkline.length - known.length;
  return [
    `${metric.name}: from ${first} to ${last}`,
    `lowest ${write(Math.min(...values))}`,
    `highest ${write(Math.max(...values))}`,
    `target ${formatTarget(metric.target, metric.unit)}`,
    ...(unknown > 0 ? [`${unknown} days unknown`] : []),
  ].join(', ');
}
