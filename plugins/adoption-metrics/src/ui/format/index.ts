export * from './alerts';
export * from './dates';
export * from './durations';
export * from './facts';
export * from './figureText';
export * from './unknown';
export * from './values';
export * from './words';
