export * from './RestClient';
