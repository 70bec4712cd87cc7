/** A half-open interval: `from` belongs to it, `to` does not. */
export interface Interval {
  from: number;
  to: number;
}

/** The `length` days that end with `lastDay`. */
export function trailingDays(lastDay: number, length: number): Interval {
  return { from: lastDay - length + 1, to: lastDay + 1 };
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

/** Sorted and disjoint intervals that cover the same moments. */
export function union(intervals: Iterable<Interval>): Interval[] {
  const sorted = [...intervals]
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) {
      last.to = Math.max(last.to, next.to);
    } else {
      merged.push({ ...next });
    }
  }
  return merged;
}

/** What of `whole` no interval covers, sorted. */
export function gapsWithin(
  whole: Interval,
  intervals: Iterable<Interval>,
): Interval[] {
  const gaps: Interval[] = [];
  let from = whole.from;
  for (const covered of union(intervals)) {
    const gap = intersect(whole, { from, to: covered.from });
    if (gap) {
      gaps.push(gap);
    }
    from = Math.max(from, covered.to);
  }
  const rest = intersect(whole, { from, to: whole.to });
  return rest ? [...gaps, rest] : gaps;
}

/** The moments that are in both of two lists, each sorted and disjoint. */
export function overlap(a: Interval[], b: Interval[]): Interval[] {
  const shared: Interval[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const both = intersect(a[i], b[j]);
    if (both) {
      shared.push(both);
    }
    if (a[i].to < b[j].to) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return shared;
}

/** The moments of a sorted and disjoint list that no other interval covers. */
export function without(
  whole: Interval[],
  others: Iterable<Interval>,
): Interval[] {
  if (whole.length === 0) {
    return [];
  }
  const hull = { from: whole[0].from, to: whole.at(-1)!.to };
  return overlap(whole, gapsWithin(hull, others));
}

/** What of a sorted and disjoint list lies in a window. */
export function clip(sorted: Interval[], window: Interval): Interval[] {
  const clipped: Interval[] = [];
  for (let i = firstEndingAfter(sorted, window.from); i < sorted.length; i++) {
    const both = intersect(sorted[i], window);
    if (!both) {
      break;
    }
    clipped.push(both);
  }
  return clipped;
}

/** Where in a sorted and disjoint list the first is that ends after an instant. */
export function firstEndingAfter(sorted: Interval[], instant: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle].to > instant) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** A window in so many parts of about the same length, in order. */
export function partsOf({ from, to }: Interval, parts: number): Interval[] {
  const edge = (index: number) =>
    index === parts ? to : from + Math.floor(((to - from) * index) / parts);
  return Array.from({ length: parts }, (_, index) => {
    return { from: edge(index), to: edge(index + 1) };
  });
}

/** The length of {@link overlap}, without making it. */
export function lengthOfOverlap(a: Interval[], b: Interval[]): number {
  let length = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i].from, b[j].from);
    length += Math.max(0, Math.min(a[i].to, b[j].to) - from);
    if (a[i].to < b[j].to) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return length;
}

export function lengthOf(intervals: Iterable<Interval>): number {
  let length = 0;
  for (const { from, to } of intervals) {
    length += to - from;
  }
  return length;
}
