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

/** Everything needed to format a value of a metric. @public */
export interface Measure {
  id: MetricId;
  unit: Unit;
  target: Target;
}

/** The change of a value, for sentences in any language. @public */
export interface WrittenChange {
  /**
   * `same` if the change is too small to be displayed or measured, `none` if
   * there is no change.
   */
  direction: 'up' | 'down' | 'same' | 'none';
  /** The amount without sign and unit, in percentage points or seconds. */
  size: string;
}

const nearest: NumberStyle = { decimals: 1, rounding: 'nearest' };

/**
 * Formats a share as a percentage with one decimal: "8.7%" for 26 of 299. 100%
 * always means everything, and 0% nothing. Never rounds across a target.
 * Trailing zeros show that it was rounded: "30.0%" is not "30%".
 *
 * @param target - a share, if there is one
 *
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
 * Formats seconds with one decimal, or two below one second: "6.8 s", "0.42 s".
 *
 * @param target - in seconds; never rounds across it
 *
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
 * Formats a value of a metric. Never rounds across the target, and never rounds
 * uptime up.
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

/** Formats a target exactly: "30%", "99.995%", "5 s". @public */
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
 * Formats a change in percentage points or seconds.
 *
 * @param given - `previous` is the earlier value
 *
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
  const isVisible = size > 0 && Math.abs(change) >= resolution * previous;
  return {
    direction: directionOf(change, isVisible),
    size: writeDecimals(size, decimals, locale),
  };
}

function directionOf(
  change: number,
  isVisible: boolean,
): WrittenChange['direction'] {
  if (!isVisible) {
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

// Ignores the noise of binary floating-point numbers.
function isExact(rounded: number, exact: number): boolean {
  return Math.abs(rounded - exact) < 1e-9;
}
