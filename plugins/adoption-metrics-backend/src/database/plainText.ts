/** Replaces characters that cannot be stored. */
const REPLACEMENT = '\uFFFD';

/** U+0000, and unpaired surrogates. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Longer grapheme clusters, such as a letter with many accents, may be cut. */
const LONGEST_CHARACTER = 64;

const characters = new Intl.Segmenter('en-US', { granularity: 'grapheme' });

/**
 * Makes external text safe to store and send: replaces invalid characters, and
 * truncates long text between grapheme clusters. Other text stays unchanged.
 *
 * @param limits.most - in UTF-16 units; PostgreSQL counts code points, which
 * are never more
 */
export function plainText(text: string, { most }: { most: number }): string {
  const whole = text.length > most ? truncate(text, most) : text;
  return whole.replace(UNSTORABLE, REPLACEMENT);
}

// Text far beyond the end does not affect where a character begins.
function truncate(text: string, most: number): string {
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
