/** Writes an instant in ms as RFC 3339 in UTC. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString();
}
