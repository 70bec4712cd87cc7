export * from './createFacts';
export * from './Facts';
