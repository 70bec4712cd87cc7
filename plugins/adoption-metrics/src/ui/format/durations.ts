const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** "43 s", "19 min", "1 h 5 min", "2 d 3 h": two units at most. */
export function formatDuration(seconds: number): string {
  if (Math.round(seconds) < minute) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  if (minutes < day / minute) {
    return joinUnits(minutes, 60, ['h', 'min']);
  }
  return joinUnits(Math.round(seconds / hour), 24, ['d', 'h']);
}

/** "under 1 s", "43 s", "19 min 5 s", "1 h 5 min": short times to the second. */
export function formatExactDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) {
    return 'under 1 s';
  }
  const whole = Math.round(seconds);
  return whole < minute || whole >= hour
    ? formatDuration(whole)
    : joinUnits(whole, minute, ['min', 's']);
}

/** "30 of 43 min": both in the unit of the whole, never equal unless they are. */
export function formatPartOfDuration(part: number, whole: number): string {
  const [unit, name] = whole < 2 * hour ? [minute, 'min'] : [hour, 'h'];
  const same = Math.round(part / unit) === Math.round(whole / unit);
  const decimals = same && part !== whole ? 1 : 0;
  const written = [part, whole].map(value => (value / unit).toFixed(decimals));
  return `${written[0]} of ${written[1]} ${name}`;
}

function joinUnits(total: number, size: number, names: [string, string]) {
  const rest = total % size;
  const large = `${Math.floor(total / size)} ${names[0]}`;
  return rest === 0 ? large : `${large} ${rest} ${names[1]}`;
}
