/** What is watched. @public */
export const alertRules = [
  'deadline',
  'milestone',
  'metric',
  'collection',
  'error-budget',
  'digest',
] as const;

/** @public */
export const alertSeverities = ['critical', 'high', 'normal', 'low'] as const;
