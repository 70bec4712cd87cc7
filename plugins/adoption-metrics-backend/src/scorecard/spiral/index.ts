export * from './spiral';
