export * from './dates';
export * from './durations';
export * from './facts';
export * from './figureText';
export * from './values';
