export * from './TeamName';
export * from './teamTree';
