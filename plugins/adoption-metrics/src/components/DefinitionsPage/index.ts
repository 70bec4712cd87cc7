export * from './DefinitionsPage';
