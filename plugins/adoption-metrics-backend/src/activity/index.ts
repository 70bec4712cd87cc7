export * from './ActivityStore';
export * from './ActivityWriter';
export * from './BatchCommitter';
export * from './BatchQueue';
export * from './DatabaseActivityStore';
export * from './EventIngest';
export * from './EventWriter';
export * from './eventsRoutes';
