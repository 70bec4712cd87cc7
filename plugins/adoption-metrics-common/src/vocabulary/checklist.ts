/** Steps of the checklist for a portal that is stuck. @public */
export const checklistSteps = [
  'deadline',
  'audit',
  'simplify',
  'data-quality',
  'report',
] as const;

/** What the state of a step rests on. @public */
export const checklistReasons = [
  'no-deadline',
  'deadline',
  'no-page-loads',
  'viewed',
  'not-viewed',
  'plugins-unknown',
  'plugins',
  'stale-unknown',
  'stale',
  'no-digest',
  'digest',
] as const;

/** @public */
export type ChecklistReason = (typeof checklistReasons)[number];

/** What the state of a condition rests on. @public */
export const conditionReasons = [
  'unanswered',
  'stale-answer',
  'team',
  'plugins-unknown',
  'plugins',
  'sponsor',
  'no-sponsor',
  'managed',
  'self-hosted',
  'months',
] as const;

/** @public */
export type ConditionReason = (typeof conditionReasons)[number];

/** @public */
export const checklistStepStates = ['done', 'open', 'unknown'] as const;
