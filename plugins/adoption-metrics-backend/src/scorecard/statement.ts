import {
  apiLocale,
  formatTargetValue,
  formatValue,
  metricDescriptors,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';
import { MetricSource, Reading } from '../parts';

const reasons: Record<UndecidedReason, string> = {
  'no-data': 'No data yet',
  'window-incomplete': 'Not enough data yet',
  'too-few-samples': 'Not enough data: too few observations',
  'stale-evidence': 'The latest data is too old',
  misconfigured: 'There are more active people than developers',
};

type Measured = Pick<MetricSource, 'id' | 'name' | 'unit' | 'target'>;

/**
 * One sentence on value, target, and verdict: "Uptime: 99.9%, on target (at
 * least 99.9%)."
 */
export function describeReading(metric: Measured, reading: Reading): string {
  const value =
    reading.value === undefined
      ? 'unknown'
      : formatValue(reading.value, metric, apiLocale);
  const lead = `${metric.name}: ${value}${describeCounts(metric, reading)}`;
  const target = describeTarget(metric);
  return reading.verdict.status === 'undecided'
    ? `${lead} (target: ${target}). ${describeReason(reading)}.`
    : `${lead}, ${describeVerdict(metric, reading)} (${target}).`;
}

function describeTarget({ target, unit }: Measured): string {
  const comparison = target.operator === '>=' ? 'at least' : 'under';
  return `${comparison} ${formatTargetValue(target, unit, apiLocale)}`;
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

function describeVerdict(
  { target }: Measured,
  { verdict, value }: Reading,
): string {
  if (verdict.status === 'met') {
    return 'on target';
  }
  if (target.operator === '>=') {
    return 'below target';
  }
  return value === target.value ? 'not below target' : 'above target';
}

function describeReason({ verdict, problem, window }: Reading): string {
  if (verdict.status !== 'undecided' || problem) {
    return problem ?? '';
  }
  return verdict.reason === 'window-incomplete' && window
    ? `${reasons[verdict.reason]}: day ${Math.max(1, window.observedDays)} of ${
        window.days
      }`
    : reasons[verdict.reason];
}
