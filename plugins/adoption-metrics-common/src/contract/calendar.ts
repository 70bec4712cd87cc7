/**
 * Whether a text is a valid calendar day, `YYYY-MM-DD`. There is no year zero.
 */
export function isDay(text: string): boolean {
  const instant = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(text)
    : NaN;
  return (
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().slice(0, 10) === text
  );
}
