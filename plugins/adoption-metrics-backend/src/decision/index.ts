export * from './config';
export * from './createDecision';
export * from './ChecklistReporter';
export * from './checklistRoutes';
