/**
 * The same work, except that a fault in it ends here: whatever goes wrong in
 * the collector, the page goes on as if it were not there.
 */
export function guarded<Args extends unknown[]>(
  work: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      work(...args);
    } catch {
      // What could not be reported is missing from the coverage.
    }
  };
}
