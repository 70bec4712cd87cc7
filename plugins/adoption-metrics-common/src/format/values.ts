import {
  metricDescriptors,
  type MetricId,
  type Target,
  type Unit,
} from '../metrics';
import { writeDecimals, writePercentage } from './numbers';
import {
  decimalsOf,
  round,
  roundBesideTarget,
  shiftDecimalPoint,
  type Rounding,
} from './rounding';

interface NumberStyle {
  decimals: number;
  rounding: Rounding;
}

/**
 * What has to be known to write a value of a metric.
 *
 * @public
 */
export interface Measure {
  id: MetricId;
  unit: Unit;
  target: Target;
}

/**
 * How a value changed, for a sentence in any language.
 *
 * @public
 */
export interface WrittenChange {
  /**
   * `same` where it changed by less than is written or could be measured,
   * `none` where it did not change.
   */
  direction: 'up' | 'down' | 'same' | 'none';
  /** The number without sign and unit: percentage points, or seconds. */
  size: string;
}

const nearest: NumberStyle = { decimals: 1, rounding: 'nearest' };

/**
 * A share as a percentage to one decimal, such as "8.7%" for 26 of 299. It is
 * 100% only for the whole and 0% only for nothing, and is never rounded across
 * a target. Trailing zeros say that something was rounded away: "30.0%" is not
 * "30%".
 *
 * @param target - a share, where the share is compared with one
 * @public
 */
export function formatShare(
  share: number,
  locale: string,
  target?: Target,
): string {
  return writeShare(share, nearest, locale, target);
}

/**
 * Seconds to one decimal, and to two below one second: "6.8 s", "0.42 s".
 *
 * @param target - in seconds, across which nothing is rounded
 * @public
 */
export function formatSeconds(
  seconds: number,
  locale: string,
  target?: Target,
): string {
  const decimals = Math.max(
    seconds < 1 ? 2 : nearest.decimals,
    target ? decimalsOf(target.value) : 0,
  );
  const rounded = roundedBeside(seconds, target, decimals, 'nearest');
  return `${withDecimals(rounded, seconds, decimals, locale)} s`;
}

/**
 * A value of a metric in its unit. Never rounds across the target, and never
 * rounds uptime up.
 *
 * @public
 */
export function formatValue(
  value: number,
  measure: Measure,
  locale: string,
): string {
  const { id, unit, target } = measure;
  return unit === 'seconds'
    ? formatSeconds(value, locale, target)
    : writeShare(value, metricDescriptors[id], locale, target);
}

/**
 * The value of a target, exactly as it was set: "30%", "99.995%", "5 s".
 *
 * @public
 */
export function formatTargetValue(
  target: Target,
  unit: Measure['unit'],
  locale: string,
): string {
  const value = unit === 'share' ? percentOf(target.value) : target.value;
  const decimals = decimalsOf(value);
  return unit === 'share'
    ? writePercentage(value, decimals, locale)
    : `${writeDecimals(value, decimals, locale)} s`;
}

/**
 * The change of a metric in percentage points or seconds.
 *
 * @param given - `previous` is the value before
 * @public
 */
export function writeChange(
  given: { change: number; previous: number },
  measure: Pick<Measure, 'id' | 'unit'>,
  locale: string,
): WrittenChange {
  const { change, previous } = given;
  const { decimals, resolution } = metricDescriptors[measure.id];
  const exact = measure.unit === 'share' ? percentOf(change) : change;
  const size = round(Math.abs(exact), decimals, 'nearest');
  const isTold = size > 0 && Math.abs(change) >= resolution * previous;
  return {
    direction: directionOf(change, isTold),
    size: writeDecimals(size, decimals, locale),
  };
}

function directionOf(
  change: number,
  isTold: boolean,
): WrittenChange['direction'] {
  if (!isTold) {
    return change === 0 ? 'none' : 'same';
  }
  return change > 0 ? 'up' : 'down';
}

function percentOf(share: number): number {
  return shiftDecimalPoint(share, 2);
}

function writeShare(
  share: number,
  style: NumberStyle,
  locale: string,
  target?: Target,
): string {
  const percent = percentOf(share);
  const goal = target && { ...target, value: percentOf(target.value) };
  const decimals = Math.max(style.decimals, goal ? decimalsOf(goal.value) : 0);
  const rounded = roundedBeside(percent, goal, decimals, style.rounding);
  if (rounded >= 100 && percent < 100) {
    const below = round(percent, decimals, 'down');
    return writePercentage(below, decimals, locale);
  }
  if (rounded === 0 && percent > 0) {
    const step = shiftDecimalPoint(1, -decimals);
    return `<${writePercentage(step, decimals, locale)}`;
  }
  const shown = isExact(rounded, percent) ? decimalsOf(rounded) : decimals;
  return writePercentage(rounded, shown, locale);
}

function roundedBeside(
  value: number,
  target: Target | undefined,
  decimals: number,
  rounding: Rounding,
): number {
  return target
    ? roundBesideTarget(value, target, decimals, rounding)
    : round(value, decimals, rounding);
}

function withDecimals(
  rounded: number,
  exact: number,
  decimals: number,
  locale: string,
): string {
  const shown = isExact(rounded, exact) ? decimalsOf(rounded) : decimals;
  return writeDecimals(rounded, shown, locale);
}

// A trend that leads to 10% does so but for the noise of binary fractions.
function isExact(rounded: number, exact: number): boolean {
  return Math.abs(rounded - exact) < 1e-9;
}
