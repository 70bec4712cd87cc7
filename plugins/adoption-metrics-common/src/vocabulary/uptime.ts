/**
 * Why the portal was down. Of several causes at once, the later explains more.
 *
 * @public
 */
export const incidentCauseIds = [
  'probe',
  'planned-restart',
  'interruption',
  'crash',
  'database',
] as const;

/** @public */
export const uptimeWindowIds = ['24h', '7d', '30d', '90d', '365d'] as const;
