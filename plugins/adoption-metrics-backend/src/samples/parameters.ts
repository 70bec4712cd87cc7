import { InputError } from '@backstage/errors';
import { Day, Interval, parseDay } from '../time';

const MOST_DAYS = 3_660;

/** The parameters of a request, as Express gives them. */
export type Query = Record<string, unknown>;

/**
 * The half-open days of `from` and `to`; without `to` those before today,
 * without `from` the `length` days before `to`.
 *
 * @throws InputError naming the parameter that is wrong.
 */
export function parseDays(
  query: Query,
  defaults: { today: Day; length: number },
): Interval {
  const to = parseDayParameter(query, 'to') ?? defaults.today;
  const from = parseDayParameter(query, 'from') ?? to - defaults.length;
  if (from >= to) {
    throw new InputError("'from' must be before 'to', which is exclusive");
  }
  if (to - from > MOST_DAYS) {
    throw new InputError(`'from' and 'to' span over ${MOST_DAYS} days`);
  }
  return { from, to };
}

/**
 * One of the accepted values, the first of them by default.
 *
 * @throws InputError naming the parameter and what is accepted.
 */
export function parseChoice<T extends string>(
  query: Query,
  name: string,
  accepted: readonly T[],
): T {
  const value = query[name] ?? accepted[0];
  if (!accepted.includes(value as T)) {
    throw new InputError(
      `'${name}' is not known; accepted are ${accepted.join(', ')}`,
    );
  }
  return value as T;
}

/**
 * A text that may be left out.
 *
 * @throws InputError if it is empty or given twice.
 */
export function parseOptionalText(
  query: Query,
  name: string,
): string | undefined {
  const value = query[name];
  if (value !== undefined && (typeof value !== 'string' || value === '')) {
    throw new InputError(`'${name}' is empty or given twice; accepted is one`);
  }
  return value;
}

function parseDayParameter(query: Query, name: string): Day | undefined {
  const text = query[name];
  if (text === undefined) {
    return undefined;
  }
  const day = typeof text === 'string' ? parseDay(text) : undefined;
  if (day === undefined) {
    throw new InputError(
      `'${name}' is not a day; accepted is YYYY-MM-DD such as 2026-03-31`,
    );
  }
  return day;
}
