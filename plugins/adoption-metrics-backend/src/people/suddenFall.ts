const LARGEST_BELIEVED_FALL = 0.2;

/**
 * Whether a new number of developers is too low to be believed at once: a
 * broken import of the organisation looks like everybody leaving, and would
 * make adoption leap. A fall of over 20% has to be seen twice.
 */
export function isSuddenFall(
  previous: { developers: number; held: boolean } | undefined,
  developers: number,
): boolean {
  if (!previous || previous.held) {
    return false;
  }
  return developers < previous.developers * (1 - LARGEST_BELIEVED_FALL);
}
