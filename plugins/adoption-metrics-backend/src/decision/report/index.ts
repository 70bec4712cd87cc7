export * from './createReport';
