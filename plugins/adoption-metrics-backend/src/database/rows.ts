/** A number as the drivers give it: null, or a string where it is a bigint. */
export function toOptionalNumber(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
