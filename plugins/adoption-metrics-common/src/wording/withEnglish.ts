import { inEnglish } from './inEnglish';
import type { Wording } from './Wording';

/**
 * Texts in English, and beside them in their codes and values.
 *
 * @public
 */
export function withEnglish<Name extends string>(
  wording: Record<Name, Wording[]>,
): Record<Name, string> & { wording: Record<Name, Wording[]> } {
  const texts = Object.entries<Wording[]>(wording).map(([name, sentences]) => [
    name,
    inEnglish(sentences),
  ]);
  return {
    ...(Object.fromEntries(texts) as Record<Name, string>),
    wording,
  };
}
