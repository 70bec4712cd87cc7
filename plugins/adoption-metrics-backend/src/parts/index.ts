export * from './collectAdditions';
export * from './EventCounter';
export { readBackendPlugins } from './instanceMetadata';
export * from './MetricSource';
export * from './Part';
export * from './PersonalData';
export * from './Task';
export * from './services';
export * from './startParts';
