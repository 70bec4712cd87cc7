export * from './FilterChip';
export * from './NarrowButton';
export * from './PageControls';
export * from './useAddress';
export * from './useDay';
export * from './useRange';
