/** Formats an instant in ms UTC as RFC 3339. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString();
}
