import { z } from 'zod';
import { refuse } from '../../configuration';
import { Interval } from '../../time';

/** The expected HTTP status codes, as half-open ranges. */
export function statuses() {
  const status = z.union([z.string(), z.number()]);
  return z
    .union([status, z.array(status).min(1)])
    .transform((value, context) => {
      const ranges = [value].flat().map(rangeOf);
      const valid = ranges.filter(range => range !== undefined);
      return valid.length === ranges.length ? valid : refuse(context);
    })
    .meta({
      accepted:
        "statuses and ranges of them from 100 to 599, such as 200, '200-399' or [200, 401]",
    });
}

/** Whether a status code is expected. */
export function isExpected(status: number, expected: Interval[]): boolean {
  return expected.some(({ from, to }) => from <= status && status < to);
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
