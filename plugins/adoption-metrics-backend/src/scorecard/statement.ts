import {
  apiLocale,
  formatTargetValue,
  formatValue,
  metricDescriptors,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';
import { MetricSource, Reading } from '../parts';

const reasons: Record<UndecidedReason, string> = {
  'no-data': 'no data yet',
  'window-incomplete': 'the window is not complete yet',
  'too-few-samples': 'too few observations',
  'stale-evidence': 'the latest data is too old',
  misconfigured: 'more active people than developers',
};

type Measured = Pick<MetricSource, 'id' | 'name' | 'unit' | 'target'>;

/** Value, target and verdict in one sentence. */
export function describeReading(metric: Measured, reading: Reading): string {
  const { target, unit } = metric;
  const value =
    reading.value === undefined
      ? 'unknown'
      : formatValue(reading.value, metric, apiLocale);
  const comparison = target.operator === '>=' ? 'at least' : 'under';
  return `${metric.name}: ${value}${describeCounts(
    metric,
    reading,
  )}; target ${comparison} ${formatTargetValue(
    target,
    unit,
    apiLocale,
  )}: ${describeVerdict(reading)}.`;
}

function describeCounts(
  { id }: Measured,
  { numerator, denominator, value }: Reading,
): string {
  const known =
    metricDescriptors[id].counted &&
    numerator !== undefined &&
    denominator !== undefined;
  return known && value !== undefined
    ? ` (${numerator} of ${denominator})`
    : '';
}

function describeVerdict({ verdict, problem, window }: Reading): string {
  if (verdict.status !== 'undecided') {
    return verdict.status;
  }
  const progress =
    verdict.reason === 'window-incomplete' && window
      ? `, day ${Math.max(1, window.observedDays)} of ${window.days}`
      : '';
  return `undecided, ${problem ?? reasons[verdict.reason]}${progress}`;
}
