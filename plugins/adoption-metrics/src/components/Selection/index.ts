export * from './Selection';
