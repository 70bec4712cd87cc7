export * from './common';
export * from './events';
export * from './scorecard';
export * from './series';
export * from './definitions';
export * from './diagnostics';
