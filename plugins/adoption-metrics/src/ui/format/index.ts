export * from './alerts';
export * from './dates';
export * from './durations';
export * from './facts';
export * from './metricText';
export * from './unknown';
export * from './values';
export * from './words';
