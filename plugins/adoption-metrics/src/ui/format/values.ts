import type {
  MetricId,
  Target,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import {
  decimalsOf,
  round,
  roundBesideTarget,
  shiftDecimalPoint,
  type Rounding,
} from './rounding';

const minus = '\u2212';

interface NumberStyle {
  decimals: number;
  rounding: Rounding;
}

/** What has to be known to write a value of a metric. */
export interface Measure {
  id: MetricId;
  unit: Unit;
  target: Target;
}

const numberStyles: Record<MetricId, NumberStyle> = {
  'active-users': { decimals: 1, rounding: 'nearest' },
  'page-load': { decimals: 1, rounding: 'nearest' },
  uptime: { decimals: 2, rounding: 'down' },
  'stale-entities': { decimals: 1, rounding: 'nearest' },
};

export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** "1 entity", "2 entities". */
export function formatCountOf(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * Writes a share as a percentage, rounded down, without a target to mind.
 * 100% is written only for the whole, 0% only for nothing.
 */
export function formatShare(share: number, decimals: number = 0): string {
  return writePercent(shiftDecimalPoint(share, 2), decimals, (value, digits) =>
    round(value, digits, 'down'),
  );
}

export function formatSeconds(seconds: number): string {
  return `${withDecimals(round(seconds, 1, 'nearest'), seconds, 1)} s`;
}

/**
 * Writes a value of a metric in its unit. Never rounds across the target, and
 * never rounds uptime up.
 */
export function formatValue(value: number, measure: Measure): string {
  const { decimals, rounding } = numberStyles[measure.id];
  if (measure.unit === 'seconds') {
    return writeSeconds(value, measure);
  }
  const target = percentTarget(measure.target);
  const digits = Math.max(decimals, decimalsOf(target.value));
  return writePercent(shiftDecimalPoint(value, 2), digits, percent =>
    roundBesideTarget(percent, target, { decimals: digits, rounding }),
  );
}

/** "at least 30%", "under 5 s". */
export function formatTarget(target: Target, unit: Unit): string {
  const value =
    unit === 'share'
      ? `${shiftDecimalPoint(target.value, 2)}%`
      : `${target.value} s`;
  return `${target.operator === '>=' ? 'at least' : 'under'} ${value}`;
}

/** "+0.7 points", "−0.9 s", "unchanged". */
export function formatChange(
  change: number,
  measure: Pick<Measure, 'id' | 'unit'>,
): string {
  const { decimals } = numberStyles[measure.id];
  const size = Math.abs(
    measure.unit === 'share' ? shiftDecimalPoint(change, 2) : change,
  );
  const unit = measure.unit === 'share' ? 'points' : 's';
  if (size === 0) {
    return 'unchanged';
  }
  const rounded = round(size, decimals, 'nearest');
  if (rounded === 0) {
    const step = round(shiftDecimalPoint(1, -decimals), decimals, 'nearest');
    return `${change > 0 ? 'up' : 'down'} less than ${step} ${unit}`;
  }
  return `${change > 0 ? '+' : minus}${rounded.toFixed(decimals)} ${unit}`;
}

/** "+3", "−12". */
export function formatSignedCount(count: number): string {
  return `${count < 0 ? minus : '+'}${formatCount(Math.abs(count))}`;
}

function percentTarget(target: Target): Target {
  return { ...target, value: shiftDecimalPoint(target.value, 2) };
}

function writeSeconds(seconds: number, measure: Measure): string {
  const style = numberStyles[measure.id];
  const decimals = Math.max(
    seconds < 1 ? 2 : style.decimals,
    decimalsOf(measure.target.value),
  );
  const rounded = roundBesideTarget(seconds, measure.target, {
    decimals,
    rounding: style.rounding,
  });
  return `${withDecimals(rounded, seconds, decimals)} s`;
}

function writePercent(
  percent: number,
  decimals: number,
  rounder: (value: number, decimals: number) => number,
): string {
  const rounded = rounder(percent, decimals);
  if (rounded >= 100 && percent < 100) {
    return `${round(percent, Math.max(decimals, 1), 'down')}%`;
  }
  if (rounded === 0 && percent > 0) {
    return `<${shiftDecimalPoint(1, -decimals)}%`;
  }
  return `${withDecimals(rounded, percent, decimals)}%`;
}

/** Trailing zeros say that something was rounded away: "30.0" is not "30". */
function withDecimals(rounded: number, exact: number, decimals: number) {
  return rounded === exact ? String(rounded) : rounded.toFixed(decimals);
}
