import { Answer, Answers, AnswerValues } from '../answers';
import { Published } from '../published';
import { composePublished } from '../published/composePublished';
import { effectiveNumbers } from '../published/effectiveNumbers';
import { knownNumbers } from '../published/knownNumbers';
import publishedFile from '../published/published.json';
import { readPublished } from '../published/readPublished';
import { PublishedFile } from '../published/schema';

/** What is published, with some numbers replaced by low and high. */
export function publishedWith(
  replaced: Record<string, [number | null, number | null]> = {},
  file: PublishedFile = readPublished(publishedFile),
): Published {
  const { currency } = file;
  const numbers = effectiveNumbers(knownNumbers(file), {
    currency,
    substituteOf: id => {
      const bounds = replaced[id];
      return (
        bounds && {
          low: bounds[0],
          high: bounds[1],
          replaced: { from: 'page', why: 'for a test' },
        }
      );
    },
  });
  return composePublished(file, numbers, currency);
}

/** Answers of today. */
export function answersOf(
  values: Partial<AnswerValues>,
  readiness: Record<string, boolean> = {},
): Answers {
  const answered = (given: object) =>
    Object.fromEntries(
      Object.entries(given).map(([id, value]) => [id, answer(value)]),
    );
  return { values: answered(values), readiness: answered(readiness) };
}

/** One answer, which may be stale. */
export function answer<Value>(value: Value, isStale = false): Answer<Value> {
  return { value, from: 'page', isStale };
}
