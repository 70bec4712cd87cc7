const UNITS: Array<[number, string]> = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

/** A duration in ms, in the largest unit that divides it: "36 hours". */
export function inWords(duration: number): string {
  const [length, unit] =
    UNITS.find(([each]) => duration >= each && duration % each === 0) ??
    UNITS[3];
  const count = duration / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
