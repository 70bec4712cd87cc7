import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { targetTextOf, type ScorecardLanguage } from '../format';

/** What a sparkline shows, in words. */
export function sparklineSummary(
  metric: Metric,
  language: ScorecardLanguage,
): string {
  const { t, format } = language;
  const known = metric.sparkline.flatMap(({ day, value }) =>
    value === null ? [] : [{ day, value }],
  );
  const values = known.map(({ value }) => value);
  const write = (value: number) => format.value(value, metric);
  const [first, last] = [known[0], known[known.length - 1]].map(
    ({ day, value }) =>
      t('metric.sparkline.at', {
        value: write(value),
        day: format.shortDay(day),
      }),
  );
  const unknown = metric.sparkline.length - known.length;
  return [
    t('metric.sparkline.range', {
      name: t(`metric.name.${metric.id}`),
      first,
      last,
    }),
    t('metric.sparkline.lowest', { value: write(Math.min(...values)) }),
    t('metric.sparkline.highest', { value: write(Math.max(...values)) }),
    targetTextOf(metric, language),
    ...(unknown > 0
      ? [t('metric.sparkline.unknownDays', { count: unknown })]
      : []),
  ].join(', ');
}
