export * from './AdoptionMetricsApi';
export * from './isForbidden';
export * from './useAnswer';
