import { UndecidedReason } from 'backstage-plugin-adoption-metrics-common';
import { FigureSource, Reading } from './figures';

const reasons: Record<UndecidedReason, string> = {
  'no-data': 'nothing has been observed yet',
  'window-incomplete': 'the window is not complete yet',
  'too-few-samples': 'too few observations for a verdict',
  'stale-evidence': 'the newest observation is too old for a verdict',
  misconfigured: 'more people are active than there are developers',
};

/** Value, target and verdict in one sentence. */
export function describeReading(
  figure: FigureSource,
  reading: Reading,
): string {
  const { operator, value: target } = figure.target;
  const value =
    reading.value === undefined
      ? 'unknown'
      : formatValue(reading.value, figure);
  const comparison = operator === '>=' ? 'at least' : 'under';
  return `${figure.name}: ${value}${describeCounts(
    reading,
  )}; target ${comparison} ${formatValue(target, figure)}: ${describeVerdict(
    reading,
  )}.`;
}

function describeCounts({ numerator, denominator, value }: Reading): string {
  const known = numerator !== undefined && denominator !== undefined;
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

// Rounded away from the target, so that no value is shown as having reached it.
function formatValue(value: number, figure: FigureSource): string {
  if (figure.unit === 'seconds') {
    return `${Number(value.toFixed(2))} s`;
  }
  const decimals = figure.metric === 'uptime' ? 3 : 1;
  const scale = 10 ** decimals;
  const scaled = Number((value * 100 * scale).toFixed(6));
  const rounded =
    figure.target.operator === '>=' ? Math.floor(scaled) : Math.ceil(scaled);
  return `${rounded / scale}%`;
}
