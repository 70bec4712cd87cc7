export * from './createHistory';
