export * from './ActiveUsersSections';
