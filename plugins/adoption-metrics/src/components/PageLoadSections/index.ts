export * from './PageLoadSections';
