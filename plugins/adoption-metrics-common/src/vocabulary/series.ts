/** @public */
export const granularities = ['day', 'week', 'month'] as const;

/** @public */
export type Granularity = (typeof granularities)[number];
