/**
 * Whether a text is a calendar day, `YYYY-MM-DD`. Years before 1000 are slips.
 */
export function isDay(text: string): boolean {
  const instant = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(text)
    : NaN;
  return (
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().slice(0, 10) === text
  );
}
