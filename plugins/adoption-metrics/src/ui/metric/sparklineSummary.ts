import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { formatShortDay, formatTarget, formatValue } from '../format';

/** What a sparkline shows, in words. */
export function sparklineSummary(figure: Figure): string {
  const known = figure.sparkline.flatMap(({ day, value }) =>
    value === null ? [] : [{ day, value }],
  );
  const values = known.map(({ value }) => value);
  const write = (value: number) => formatValue(value, figure);
  const [first, last] = [known[0], known[known.length - 1]].map(
    ({ day, value }) => `${write(value)} on ${formatShortDay(day)}`,
  );
  const unknown = figure.sparkline.length - known.length;
  return [
    `${figure.name}: from ${first} to ${last}`,
    `lowest ${write(Math.min(...values))}`,
    `highest ${write(Math.max(...values))}`,
    `target ${formatTarget(figure.target, figure.unit)}`,
    ...(unknown > 0 ? [`${unknown} days unknown`] : []),
  ].join(', ');
}
