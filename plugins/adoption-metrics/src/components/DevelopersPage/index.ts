export * from './DevelopersPage';
