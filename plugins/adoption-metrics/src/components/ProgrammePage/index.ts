export * from './ProgrammePage';
