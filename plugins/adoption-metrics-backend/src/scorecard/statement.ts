import {
  metricDescriptors,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';
import { MetricSource, Reading } from '../parts';
import { roundBeside, withoutNoise } from './rounding';

const reasons: Record<UndecidedReason, string> = {
  'no-data': 'nothing has been observed yet',
  'window-incomplete': 'the window is not complete yet',
  'too-few-samples': 'too few observations for a verdict',
  'stale-evidence': 'the newest observation is too old for a verdict',
  misconfigured: 'more people are active than there are developers',
};

/** Value, target and verdict in one sentence. */
export function describeReading(
  metric: MetricSource,
  reading: Reading,
): string {
  const { operator, value: target } = metric.target;
  const value =
    reading.value === undefined
      ? 'unknown'
      : formatValue(reading.value, metric);
  const comparison = operator === '>=' ? 'at least' : 'under';
  return `${metric.name}: ${value}${describeCounts(
    metric,
    reading,
  )}; target ${comparison} ${formatValue(target, metric)}: ${describeVerdict(
    reading,
  )}.`;
}

function describeCounts(
  { id }: MetricSource,
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

function describeVerdict({ verdict, window }: Reading): string {
  if (verdict.status !== 'undecided') {
    return verdict.status;
  }
  const progress =
    verdict.reason === 'window-incomplete' && window
      ? `, day ${window.observedDays} of ${window.days}`
      : '';
  return `no verdict, ${reasons[verdict.reason]}${progress}`;
}

function formatValue(value: number, metric: MetricSource): string {
  const target = metric.target.value;
  return metric.unit === 'seconds'
    ? `${roundBeside(target, value, 2)} s`
    : formatShare(value, metric);
}

function formatShare(share: number, metric: MetricSource): string {
  const { id, target } = metric;
  const decimals = decimalsOf(metric);
  const percent =
    id === 'uptime'
      ? floor(share * 100, decimals)
      : roundBeside(target.value * 100, share * 100, decimals);
  return `${percent}%`;
}

/** Uptime as exactly as its target is written, and to hundredths at least. */
function decimalsOf({ id, target }: MetricSource): number {
  if (id !== 'uptime') {
    return 1;
  }
  const [, digits = ''] = String(withoutNoise(target.value * 100)).split('.');
  return Math.max(2, digits.length);
}

// Uptime is never rounded up: 99.996% is not 100%.
function floor(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(withoutNoise(value * scale)) / scale;
}
