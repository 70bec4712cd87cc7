export * from './config';
export * from './RescueReporter';
export * from './rescueRoutes';
