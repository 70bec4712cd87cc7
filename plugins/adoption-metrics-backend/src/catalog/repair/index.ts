export * from './OwnerReporter';
export * from './ReadableEntities';
export * from './StaleEntityLister';
