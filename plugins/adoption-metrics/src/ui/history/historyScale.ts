import { ticksBetween } from '../chart';
import type { HistoryData, HistoryUnit } from './HistoryData';

/** Percent on screen for shares, anything else as it is. */
export function shownValue(value: number, unit: HistoryUnit): number {
  return unit === 'share' ? value * 100 : value;
}

type Scaled = Pick<HistoryData, 'unit' | 'target' | 'points'>;

/**
 * Round numbers for the value axis that cover every known value and the
 * target. Begins at zero, except close below the whole, where the difference
 * between 99.9% and 99.8% would not be seen.
 */
export function axisTicks(history: Scaled): number[] {
  const { unit, target, points } = history;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const values = [...known, ...(target ? [target.value] : [])].map(value =>
    shownValue(value, unit),
  );
  const nearTheWhole = isNearTheWhole(history);
  const lowest = nearTheWhole ? Math.min(...values) : 0;
  const highest = nearTheWhole ? 100 : Math.max(...values) || 1;
  return ticksBetween(lowest, highest);
}

function isNearTheWhole({ unit, target }: Scaled): boolean {
  return unit === 'share' && target?.operator === '>=' && target.value >= 0.9;
}
