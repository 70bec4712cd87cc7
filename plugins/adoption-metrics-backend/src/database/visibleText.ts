/** Controls but for the end of a line, and what turns the direction of a text. */
const INVISIBLE =
  /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A text as people see it: without controls and without what turns the
 * direction of reading, such as to show a name other than the one that is there.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, ' ');
}
