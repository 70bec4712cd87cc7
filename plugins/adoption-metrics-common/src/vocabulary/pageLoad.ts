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

/** Why a page load could not be measured. @public */
export const discardReasons = [
  'hidden',
  'sleep',
  'back-forward-cache',
  'prerender',
  'unsettled',
  'superseded',
] as const;

/** Why a browser gave up events. @public */
export const dropReasons = ['storage-full', 'too-old', 'refused'] as const;
