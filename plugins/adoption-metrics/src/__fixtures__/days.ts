import { addDays } from '../ui/format';

/** The last closed day of every fixture. */
export const lastDay = '2026-11-22';
export const computedAt = '2026-11-23T09:14:00.000Z';
export const timeZone = 'Europe/Berlin';

/** So many days up to and including the last closed one, oldest first. */
export function daysBack(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    addDays(lastDay, index - count + 1),
  );
}

/** The same numbers between -1 and 1 at every call. */
export function noise(seed: number): (index: number) => number {
  return index => {
    const wave = Math.sin((index + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (wave - Math.floor(wave)) * 2 - 1;
  };
}
