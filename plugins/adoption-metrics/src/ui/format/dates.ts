type DateParts = Record<string, string>;

/** "Sun 22 Nov 2026" for the calendar day `2026-11-22`. */
export function formatDay(day: string): string {
  const parts = dayParts(day);
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** "22 Nov 2026" for the calendar day `2026-11-22`. */
export function formatDate(day: string): string {
  const parts = dayParts(day);
  return `${parts.day} ${parts.month} ${parts.year}`;
}

/** "22 Nov" for the calendar day `2026-11-22`. */
export function formatShortDay(day: string): string {
  const parts = dayParts(day);
  return `${parts.day} ${parts.month}`;
}

/** "Nov 2026" for the calendar day `2026-11-22`. */
export function formatMonth(day: string): string {
  const parts = dayParts(day);
  return `${parts.month} ${parts.year}`;
}

/** "22 Nov 2026, 14:05" as the clocks in the time zone say. */
export function formatInstant(instant: string, timeZone: string): string {
  const parts = partsOf(new Date(instant), timeZone);
  return `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
}

/** "26 Oct 2026 to 22 Nov 2026" for days up to before the second. */
export function formatPeriod(from: string, to: string): string {
  return `${formatDate(from)} to ${formatDate(addDays(to, -1))}`;
}

/** "Mon 23 Nov, 14:00" as the clocks in the time zone say. */
export function formatHour(instant: string, timeZone: string): string {
  const parts = partsOf(new Date(instant), timeZone);
  return `${parts.weekday} ${parts.day} ${parts.month}, ${parts.hour}:${parts.minute}`;
}

/** "14:05" as the clocks in the time zone say. */
export function formatTime(instant: string, timeZone: string): string {
  const parts = partsOf(new Date(instant), timeZone);
  return `${parts.hour}:${parts.minute}`;
}

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

function dayParts(day: string): DateParts {
  return partsOf(new Date(`${day}T00:00:00Z`), 'UTC');
}

function partsOf(date: Date, timeZone: string): DateParts {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
  return byType(parts);
}

function byType(parts: Intl.DateTimeFormatPart[]): DateParts {
  return Object.fromEntries(parts.map(part => [part.type, part.value]));
}
