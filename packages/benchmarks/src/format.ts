import { isMet, Result } from './figure';

const WIDTHS = { bench: 9, figure: 22, database: 10, value: 12 };

/** One line of JSON for programs. */
export function formatJson(result: Result): string {
  const { bench, figure, database, value, unit, goal } = result;
  return JSON.stringify({
    bench,
    figure,
    database,
    value,
    unit,
    goal: goal ?? null,
    met: isMet(result) ?? null,
  });
}

/** One aligned line for people. */
export function formatRow(result: Result): string {
  const { bench, figure, database, value, unit } = result;
  return [
    bench.padEnd(WIDTHS.bench),
    figure.padEnd(WIDTHS.figure),
    (database ?? '').padEnd(WIDTHS.database),
    formatNumber(value).padStart(WIDTHS.value),
    unit.padEnd(WIDTHS.database),
    describeVerdict(result),
  ]
    .join(' ')
    .trimEnd();
}

/** Three significant digits, and whole numbers in full. */
export function formatNumber(value: number): string {
  const digits =
    Math.abs(value) >= 100
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: 3 };
  return value.toLocaleString('en-US', digits);
}

function describeVerdict(result: Result): string {
  const met = isMet(result);
  return met === undefined
    ? ''
    : `goal ${result.goal}: ${met ? 'met' : 'MISSED'}`;
}
