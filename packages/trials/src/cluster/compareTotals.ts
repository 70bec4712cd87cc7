type Totals = string[] | Record<string, number>;

/**
 * Which totals are not those of a recount, by name.
 *
 * @param given.attacked - others added to them, so that more is right, too
 */
export function compareTotals(
  stored: object,
  recounted: object,
  { attacked }: { attacked: boolean },
): string[] {
  const kept: Record<string, Totals> = { ...stored };
  const expected: Record<string, Totals> = { ...recounted };
  return Object.keys(expected).flatMap(name => {
    const has = countsOf(kept[name]);
    const due = countsOf(expected[name]);
    return [...new Set([...has.keys(), ...due.keys()])]
      .filter(key => {
        const more = (has.get(key) ?? 0) - (due.get(key) ?? 0);
        return attacked ? more < 0 : more !== 0;
      })
      .map(key => `${name} ${key}: ${has.get(key)}, not ${due.get(key)}`);
  });
}

/** Of a list how often each entry is there. */
function countsOf(totals: Totals): Map<string, number> {
  if (!Array.isArray(totals)) {
    return new Map(Object.entries(totals));
  }
  const counts = new Map<string, number>();
  for (const key of totals) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
