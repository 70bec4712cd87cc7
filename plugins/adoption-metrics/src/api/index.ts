export * from './AdoptionMetricsApi';
export * from './failure';
export * from './useAnswer';
