export * from './config';
export * from './createDecision';
export * from './RescueReporter';
export * from './rescueRoutes';
