/** The steps by which a portal that is stuck reaches its goal. @public */
export const checklistSteps = [
  'deadline',
  'audit',
  'simplify',
  'data-quality',
  'report',
] as const;

/** @public */
export const checklistStepStates = ['done', 'open', 'unknown'] as const;
