/** What a report may be about. @public */
export const reportPeriods = ['month', 'quarter'] as const;

/** @public */
export type ReportPeriod = (typeof reportPeriods)[number];
