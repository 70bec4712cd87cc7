/** Wraps a function so that errors in the collector never affect the page. */
export function guarded<Args extends unknown[]>(
  work: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      work(...args);
    } catch {
      // The failure shows as lower coverage.
    }
  };
}
