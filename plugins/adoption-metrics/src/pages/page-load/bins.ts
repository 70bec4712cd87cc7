import type { PageLoadDistribution } from 'backstage-plugin-adoption-metrics-common';
import { type Language } from '../../ui/format';

/** A column of the histogram: loads that took over `from` and at most `to` seconds. */
export interface Bin {
  from: number;
  /** Infinite for the last. */
  to: number;
  loads: number;
}

/**
 * Wider towards the slow end, like the times themselves: a quarter of a second
 * matters below one second, and not at all above twenty.
 */
const edges = [
  0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 30, 60,
];

/**
 * Gathers the fine buckets into bins that people can read. The target is an
 * edge, so that no column stands on both sides of it. A bucket goes where its
 * middle lies; its ends are only a hundredth from there.
 */
export function binsOf(distribution: PageLoadDistribution): Bin[] {
  const { buckets, targetSeconds } = distribution;
  const bins = emptyBins(targetSeconds);
  for (const { from, to, loads } of buckets) {
    const middle = (from + to) / 2;
    const bin = bins.find(each => middle <= each.to);
    if (bin) {
      bin.loads += loads;
    }
  }
  return withoutEmptyEnds(bins);
}

/** "1 to 1.5 s", "over 60 s". */
export function binLabel({ from, to }: Bin, { t, format }: Language): string {
  return to === Infinity
    ? t('pageLoad.distribution.lastBin', { from: format.number(from) })
    : t('pageLoad.distribution.bin', {
        from: format.number(from),
        to: format.number(to),
      });
}

/** All loads of the bins together. */
export function sumOf(bins: Bin[]): number {
  return bins.reduce((sum, { loads }) => sum + loads, 0);
}

function emptyBins(targetSeconds: number): Bin[] {
  const ends = [...new Set([...edges, targetSeconds])].sort((a, b) => a - b);
  return [...ends, Infinity].map((to, index) => ({
    from: ends[index - 1] ?? 0,
    to,
    loads: 0,
  }));
}

function withoutEmptyEnds(bins: Bin[]): Bin[] {
  const filled = bins.flatMap(({ loads }, index) => (loads > 0 ? [index] : []));
  return bins.slice(filled[0] ?? 0, (filled[filled.length - 1] ?? -1) + 1);
}
