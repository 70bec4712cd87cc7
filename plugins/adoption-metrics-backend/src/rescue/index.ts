export * from './RescueReporter';
export * from './rescueRoutes';
