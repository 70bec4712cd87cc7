import { UndecidedReason } from 'backstage-plugin-adoption-metrics-common';
import { FigureSource, Reading } from '../parts';
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
    figure,
    reading,
  )}; target ${comparison} ${formatValue(target, figure)}: ${describeVerdict(
    reading,
  )}.`;
}

function describeCounts(
  { metric }: FigureSource,
  { numerator, denominator, value }: Reading,
): string {
  // Those of uptime are seconds, of which nobody knows how many a month has.
  const known =
    metric !== 'uptime' && numerator !== undefined && denominator !== undefined;
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

function formatValue(value: number, figure: FigureSource): string {
  const target = figure.target.value;
  return figure.unit === 'seconds'
    ? `${roundBeside(target, value, 2)} s`
    : formatShare(value, figure);
}

function formatShare(share: number, figure: FigureSource): string {
  const { metric, target } = figure;
  const decimals = decimalsOf(figure);
  const percent =
    metric === 'uptime'
      ? floor(share * 100, decimals)
      : roundBeside(target.value * 100, share * 100, decimals);
  return `${percent}%`;
}

/** Uptime as exactly as its target is written, and to hundredths at least. */
function decimalsOf({ metric, target }: FigureSource): number {
  if (metric !== 'uptime') {
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
