import { Interval } from '../../time';
import { ConfigPlace, show, wrong } from '../configValues';

// Up to and including 399: a redirect to a sign-in page is an answer.
const ANY_SUCCESS: Interval = { from: 200, to: 400 };

/**
 * Reads which HTTP statuses are expected, as half-open ranges.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readStatuses({ section, path, key }: ConfigPlace): Interval[] {
  const value = section?.getOptional(path);
  if (value === undefined) {
    return [ANY_SUCCESS];
  }
  const ranges = (Array.isArray(value) ? value : [value]).map(rangeOf);
  const valid = ranges.filter(range => range !== undefined);
  if (valid.length === 0 || valid.length < ranges.length) {
    const accepted =
      "statuses and ranges of them from 100 to 599, such as 200, '200-399' or [200, 401]";
    throw wrong(key, show(section!, path), accepted);
  }
  return valid;
}

/** Whether a status is among the expected ones. */
export function isExpected(status: number, statuses: Interval[]): boolean {
  return statuses.some(({ from, to }) => from <= status && status < to);
}

function rangeOf(item: unknown): Interval | undefined {
  const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(String(item));
  if (!match) {
    return undefined;
  }
  const [first, last = first] = match
    .slice(1)
    .map(each => each && Number(each));
  const range = { from: Number(first), to: Number(last) + 1 };
  return range.from < range.to ? range : undefined;
}
