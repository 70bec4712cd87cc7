export * from './createHistory';
export * from './SettableClock';
