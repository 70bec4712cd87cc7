import {
  PageLoadCoverage,
  PageLoadDistribution,
  PageLoadHours,
  PageLoadKinds,
  PageLoadRoutes,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

const loadTimes = [
  'loads',
  'withinTarget',
  'shareWithinTarget',
  'p50',
  'p75',
  'p95',
  'p99',
] as const;

/** One row per kind, followed by one for each of its methods. */
export function kindsToCsv({ kinds }: PageLoadKinds): string {
  return formatCsv(
    ['kind', 'method', ...loadTimes],
    kinds.flatMap(({ kind, methods, ...times }) => [
      { kind, ...times },
      ...methods.map(method => ({ kind, ...method })),
    ]),
  );
}

export function routesToCsv({ routes }: PageLoadRoutes): string {
  return formatCsv(['id', ...loadTimes], routes);
}

/**
 * One row per kind, followed by one for each reason why loads were not
 * measured.
 */
export function coverageToCsv({ kinds }: PageLoadCoverage): string {
  return formatCsv(
    ['kind', 'navigations', 'measured', 'coverage', 'reason', 'loads'],
    kinds.flatMap(({ kind, discards, ...coverage }) => [
      { kind, ...coverage },
      ...discards.map(discard => ({ kind, ...discard })),
    ]),
  );
}

export function hoursToCsv({ hours }: PageLoadHours): string {
  return formatCsv(['from', 'to', ...loadTimes], hours);
}

export function distributionToCsv({ buckets }: PageLoadDistribution): string {
  return formatCsv(['from', 'to', 'loads'], buckets);
}
