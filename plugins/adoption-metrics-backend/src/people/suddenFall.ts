const LARGEST_BELIEVED_CHANGE = 0.2;

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
  return developers < previous.developers * (1 - LARGEST_BELIEVED_CHANGE);
}

/** Whether two numbers of people differ by at most 20% of the larger. */
export function areAlike(a: number, b: number): boolean {
  return Math.min(a, b) >= Math.max(a, b) * (1 - LARGEST_BELIEVED_CHANGE);
}
