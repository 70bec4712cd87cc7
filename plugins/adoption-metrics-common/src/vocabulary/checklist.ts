/** The steps by which a programme that is stuck is rescued. @public */
export const rescueSteps = [
  'deadline',
  'audit',
  'simplify',
  'data-quality',
  'report',
] as const;

/** @public */
export const rescueStepStates = ['done', 'open', 'unknown'] as const;
