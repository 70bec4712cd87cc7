export * from './AdoptionMetricsApi';
export * from './AdoptionMetricsClient';
export * from './isForbidden';
export * from './Reports';
