export * from './AdoptionMetricsApi';
export * from './AdoptionMetricsClient';
export * from './isForbidden';
