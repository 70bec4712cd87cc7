import { metricIds } from '../metrics';

/** How often a digest is sent. @public */
export const digestPeriods = ['week', 'month'] as const;

/** @public */
export type DigestPeriod = (typeof digestPeriods)[number];

/** Pages to which actions lead. @public */
export const actionPages = [
  ...metricIds,
  'deadline',
  'decision',
  'alerts',
  'settings',
] as const;
