/** @public */
export const pageLoadMeasures = [
  'p75',
  'p50',
  'p95',
  'p99',
  'share-within-target',
  'loads',
] as const;

/** @public */
export type PageLoadMeasure = (typeof pageLoadMeasures)[number];
