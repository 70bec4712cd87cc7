/** What stands where a character was that cannot be stored. */
const REPLACEMENT = '\uFFFD';

/** U+0000, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A longer character, such as a letter under a pile of accents, may be cut. */
const LONGEST_CHARACTER = 64;

const characters = new Intl.Segmenter('en-US', { granularity: 'grapheme' });

/**
 * A text from outside as every database, message and CSV can take it: what is no
 * character is replaced, and what is too long ends after a whole one, as a
 * reader sees it. A text that is fine stays as it is.
 *
 * @param limits.most - UTF-16 units; PostgreSQL, which counts code points, never
 * counts more
 */
export function plainText(text: string, { most }: { most: number }): string {
  const whole = text.length > most ? cut(text, most) : text;
  return whole.replace(UNSTORABLE, REPLACEMENT);
}

// Nothing far beyond the end can decide where a character begins.
function cut(text: string, most: number): string {
  const near = text.slice(0, most + LONGEST_CHARACTER);
  const end = characters.segment(near).containing(most)?.index ?? most;
  return most - end < LONGEST_CHARACTER
    ? near.slice(0, end)
    : betweenCodePoints(near, most);
}

function betweenCodePoints(text: string, most: number): string {
  const splits = most > 0 && text.codePointAt(most - 1)! > 0xffff;
  return text.slice(0, splits ? most - 1 : most);
}
