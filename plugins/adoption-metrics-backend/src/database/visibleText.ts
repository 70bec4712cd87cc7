/**
 * Control characters except line breaks, and bidirectional formatting
 * characters.
 */
const INVISIBLE =
  /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Removes control characters, and characters that change the reading direction,
 * with which one name could be displayed as another.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, ' ');
}
