import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units';

const units = [
  { unit: 'day', length: DAY_MS },
  { unit: 'hour', length: HOUR_MS },
  { unit: 'minute', length: MINUTE_MS },
];

/** Formats a duration in ms in the largest unit that divides it: "36 hours". */
export function durationInWords(duration: number): string {
  const { unit, length } = units.find(
    each => duration >= each.length && duration % each.length === 0,
  ) ?? { unit: 'second', length: SECOND_MS };
  return write(duration / length, unit);
}

/**
 * Formats a duration in ms in the largest unit of which it has at least two,
 * rounded: "36 hours".
 */
export function roughDuration(duration: number): string {
  const { unit, length } = units.find(each => duration >= 2 * each.length) ?? {
    unit: 'second',
    length: SECOND_MS,
  };
  return write(Math.round(duration / length), unit);
}

function write(amount: number, unit: string): string {
  return new Intl.NumberFormat('en-US', {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(amount);
}
