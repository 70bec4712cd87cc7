/** The calendar day, `YYYY-MM-DD`, of an instant in the time zone. */
export function dayOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const { year, month, day } = byType(parts);
  return `${year}-${month}-${day}`;
}

/** The first moment, in ms UTC, of a calendar day in the time zone. */
export function startOfDay(day: string, timeZone: string): number {
  const minute = 60_000;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Clocks stand between 14 hours before and 12 behind those of UTC. Some skip
  // midnight in spring, so the day itself is looked for.
  let before = midnight - 15 * 60 * minute;
  let since = midnight + 13 * 60 * minute;
  while (since - before > minute) {
    const middle = before + Math.floor((since - before) / 2 / minute) * minute;
    if (dayOf(new Date(middle).toISOString(), timeZone) < day) {
      before = middle;
    } else {
      since = middle;
    }
  }
  return since;
}

/** The calendar day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first day of the ISO week or the month of a day. */
export function startOfPeriod(
  day: string,
  granularity: 'day' | 'week' | 'month',
): string {
  switch (granularity) {
    case 'week': {
      const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      return addDays(day, -sinceMonday);
    }
    case 'month':
      return `${day.slice(0, 8)}01`;
    default:
      return day;
  }
}

function byType(
  parts: Intl.DateTimeFormatPart[],
): Partial<Record<string, string>> {
  return Object.fromEntries(parts.map(part => [part.type, part.value]));
}
