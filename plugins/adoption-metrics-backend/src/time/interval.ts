/** A half-open interval: includes `from`, excludes `to`. */
export interface Interval {
  from: number;
  to: number;
}

/** The last `length` days up to and including `lastDay`. */
export function trailingDays(lastDay: number, length: number): Interval {
  return { from: lastDay - length + 1, to: lastDay + 1 };
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

/** Merges intervals into sorted and disjoint ones. */
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

/** The parts of `whole` that no interval covers, sorted. */
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

/** The intersection of two sorted and disjoint lists. */
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

/** The difference between a sorted and disjoint list and other intervals. */
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

/** Limits a sorted and disjoint list to a window. */
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

/**
 * Index of the first interval that ends after an instant, in a sorted and
 * disjoint list.
 */
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

/** Splits a window into parts of about equal length, in order. */
export function partsOf({ from, to }: Interval, parts: number): Interval[] {
  const edge = (index: number) =>
    index === parts ? to : from + Math.floor(((to - from) * index) / parts);
  return Array.from({ length: parts }, (_, index) => {
    return { from: edge(index), to: edge(index + 1) };
  });
}

/** The total length of {@link overlap}, without computing it. */
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
