const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;

/** The month or quarter so many after another: `2026-11`, `2026-Q4`. */
export function periodBeside(period: string, steps: number): string {
  const [year, part] = period.split('-');
  const isQuarter = part.startsWith('Q');
  const each = isQuarter ? MONTHS_A_QUARTER : 1;
  const number = Number(isQuarter ? part.slice(1) : part);
  const months = Number(year) * MONTHS_A_YEAR + (number - 1 + steps) * each;
  return isQuarter ? quarterOf(months) : monthOf(months);
}

/** The last quarter that was over on a day. */
export function lastQuarter(today: string): string {
  return periodBeside(quarterOf(monthsOf(today)), -1);
}

/** Whether a month or quarter was over before a day. */
export function isOver(period: string, today: string): boolean {
  return firstDayOf(periodBeside(period, 1)) <= today;
}

function firstDayOf(period: string): string {
  const [year, part] = period.split('-');
  const month = part.startsWith('Q')
    ? monthOf(
        Number(year) * MONTHS_A_YEAR +
          (Number(part.slice(1)) - 1) * MONTHS_A_QUARTER,
      )
    : period;
  return `${month}-01`;
}

/** Since the year 0. */
function monthsOf(day: string): number {
  const [year, month] = day.split('-').map(Number);
  return year * MONTHS_A_YEAR + month - 1;
}

function monthOf(months: number): string {
  const month = (months % MONTHS_A_YEAR) + 1;
  const year = Math.floor(months / MONTHS_A_YEAR);
  return `${year}-${String(month).padStart(2, '0')}`;
}

function quarterOf(months: number): string {
  const quarter = Math.floor((months % MONTHS_A_YEAR) / MONTHS_A_QUARTER) + 1;
  return `${Math.floor(months / MONTHS_A_YEAR)}-Q${quarter}`;
}
