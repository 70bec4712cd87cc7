/** What a report may be about. @public */
export const reportPeriods = ['month', 'quarter'] as const;

/** @public */
export type ReportPeriod = (typeof reportPeriods)[number];

/** Why a report has no money and no options. @public */
export const reportWithheld = ['no-permission'] as const;
