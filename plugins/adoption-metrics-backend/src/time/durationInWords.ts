import { WordingValue } from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units';

const units = [
  { unit: 'day', length: DAY_MS },
  { unit: 'hour', length: HOUR_MS },
  { unit: 'minute', length: MINUTE_MS },
] as const;

const smallest = { unit: 'second', length: SECOND_MS } as const;

/** A duration in ms, in the largest unit that divides it: "36 hours". */
export function durationInWords(duration: number): WordingValue {
  const { unit, length } =
    units.find(
      each => duration >= each.length && duration % each.length === 0,
    ) ?? smallest;
  return { type: 'time', unit, value: duration / length };
}

/** A duration in ms, rounded to the largest unit that it has twice: "36 hours". */
export function roughDuration(duration: number): WordingValue {
  const { unit, length } =
    units.find(each => duration >= 2 * each.length) ?? smallest;
  return { type: 'time', unit, value: Math.round(duration / length) };
}
