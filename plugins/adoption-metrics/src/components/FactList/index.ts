export * from './FactList';
