export * from './StaleEntitySections';
