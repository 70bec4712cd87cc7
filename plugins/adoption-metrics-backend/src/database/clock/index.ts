export * from './createClock';
