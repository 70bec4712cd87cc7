/**
 * Lets a lock that was made with pinned packages stand without the pins: each
 * of them then answers for every range that asks for it in the lock, as in the
 * lock of a portal that was made on the day of the release.
 *
 * @param lock - a `yarn.lock`
 */
export function releasePins(lock: string, pinned: Set<string>): string {
  const ranges = rangesIn(lock);
  return lock.replace(/^"(@?[^@"]+)@npm:([^",]+)":$/gm, (key, name, version) =>
    pinned.has(name)
      ? `"${[...new Set([version, ...(ranges.get(name) ?? [])])]
          .sort()
          .map(range => `${name}@npm:${range}`)
          .join(', ')}":`
      : key,
  );
}

/** By which ranges each package is asked for. */
function rangesIn(lock: string): Map<string, string[]> {
  const ranges = new Map<string, string[]>();
  for (const [, name, range] of lock.matchAll(
    /^ {4}"?([^\s":]+)"?: "npm:([^"]+)"$/gm,
  )) {
    ranges.set(name, [...(ranges.get(name) ?? []), range]);
  }
  return ranges;
}
